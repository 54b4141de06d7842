def pom = new File(basedir, 'pom.xml').text
def written = '''\
			<!-- Launches a server for the integration tests of mvn verify; whatever ends the build, it is deleted. -->
			<plugin>
				<groupId>io.github.openstackmaven</groupId>
				<artifactId>openstack-maven-plugin</artifactId>
				<version>VERSION</version>
				<executions>
					<execution>
						<goals>
							<goal>launch</goal> <!-- before the tests, in pre-integration-test -->
							<goal>delete</goal> <!-- after them, in post-integration-test -->
						</goals>
					</execution>
				</executions>
				<configuration>
					<cloud>simulator</cloud> <!-- an OpenStack inside the build -->
					<name>init</name>
					<!-- What else there is: mvn openstack:list -Dopenstack.list=images, or flavors, or networks. -->
					<image>debian-12</image>
					<flavor>m1.tiny</flavor> <!-- 1 vCPU, 512 MiB, 1 GiB -->
					<networks>
						<network>lan</network>
					</networks>
					<!-- For tests that log in: a key of this build's own, and ready when the server lets it in.
					<keyPair>ephemeral</keyPair>
					<waitFor>
						<ssh>debian</ssh>
					</waitFor>
					-->
				</configuration>
			</plugin>
'''
def version = (pom =~ /openstack-maven-plugin<\/artifactId>\s*<version>(.*)<\/version>/)[0][1]
def block = written.replace('VERSION', version)
assert pom.contains('\t\t\t</plugin>\n' + block + '\t\t</plugins>\n')
assert pom.replace(block, '').contains('<plugin> <!-- as it was -->\n')

def log = new File(basedir, 'build.log').text
assert log.contains('+ \t\t\t\t\t<image>debian-12</image>')
assert log.contains('init: ready after') && log =~ /init: gone, id/
