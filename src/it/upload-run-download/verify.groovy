assert new File(basedir, 'target/count.txt').text.trim() == '4'
assert new File(basedir, 'build.log').text.contains('counted: 4 words')
