def log = new File(basedir, 'build.log').text
assert log.contains('address-for-integration-tests: ACTIVE')
assert log.contains('Tests run: 1, Failures: 0, Errors: 0, Skipped: 0')
assert log.indexOf('address-for-integration-tests: gone') > log.indexOf('Tests run: 1')
def ledgers = new File(basedir, 'target/openstack').listFiles().findAll { it.name =~ /^\.?ledger-of-.*/ }
assert ledgers.isEmpty() : "of a simulator that has ended nothing is on record: $ledgers"
