/**
 * `full`: every acknowledged commit survives a power cut.
 * `tests-only-no-fsync`: nothing is forced to disk; only for clusters that are thrown away after a test run.
 */
export type Durability = 'full' | 'tests-only-no-fsync'

/** The server's settings, given on its command line so that they hold whatever lies in the data directory. */
export function serverSettings(port: number, durability: Durability): Readonly<Record<string, string>> {
  return {
    port: String(port),
    listen_addresses: '127.0.0.1',
    // Socket files would need a directory every user can reach, and nothing uses them.
    unix_socket_directories: '',
    max_connections: '200',
    password_encryption: 'scram-sha-256',
    timezone: 'UTC',
    log_timezone: 'UTC',
    ...quietLog,
    ...(durability === 'full' ? forced : unforced),
  }
}

/**
 * The log must never show a child's details. An error's own text can quote the value ("invalid input syntax …"),
 * so errors of statements are left to the service that made them; start, stop, crash and refusal are logged.
 */
const quietLog = {
  log_min_messages: 'log',
  log_error_verbosity: 'terse',
  log_min_error_statement: 'panic',
  log_statement: 'none',
  log_duration: 'off',
  log_min_duration_statement: '-1',
  log_min_duration_sample: '-1',
  log_transaction_sample_rate: '0',
  log_lock_waits: 'off',
  log_temp_files: '-1',
  log_parameter_max_length: '0',
  log_parameter_max_length_on_error: '0',
}

const forced = { fsync: 'on', synchronous_commit: 'on', full_page_writes: 'on' }
const unforced = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }
