assert new File(basedir, 'build.log').text.contains('Skipped: openstack.skip is set')
assert !new File(basedir, 'target/openstack').exists()
