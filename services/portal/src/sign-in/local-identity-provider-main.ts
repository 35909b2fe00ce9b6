import { localIdentityProviderEnvironment } from '../env.ts'
import { startLocalIdentityProvider } from './local-identity-provider.ts'

try {
  const running = await startLocalIdentityProvider(localIdentityProviderEnvironment())
  const end = () => {
    running.stop().then(
      () => process.exit(0),
      () => process.exit(1),
    )
  }
  process.once('SIGINT', end)
  process.once('SIGTERM', end)
} catch (thrown) {
  process.stderr.write(
    `${thrown instanceof Error ? thrown.message : 'The local identity provider could not start.'}\n`,
  )
  process.exit(1)
}
