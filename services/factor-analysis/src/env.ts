import { type ServiceEnvironment, serviceEnvironment } from '@cdop/service'

/** @throws EnvironmentError naming what is missing or wrong */
export function environment(): ServiceEnvironment {
  return serviceEnvironment('factor-analysis', process.env)
}
