import published from './bank-holidays-england-and-wales.json' with { type: 'json' }
import type { BankHolidays } from './working-day.ts'

/** England and Wales bank holidays, 2019 to 2028, as published on GOV.UK (Open Government Licence v3.0). */
export const bankHolidays: BankHolidays = new Set(published.holidays.map((holiday) => holiday.date))
