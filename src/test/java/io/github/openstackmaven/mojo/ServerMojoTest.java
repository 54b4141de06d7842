package io.github.openstackmaven.mojo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.openstackmaven.plan.FlavorSpec;
import io.github.openstackmaven.plan.NetworksSpec;
import io.github.openstackmaven.plan.ServerSpec;
import io.github.openstackmaven.plan.VolumeSpec;
import io.github.openstackmaven.pom.BoundServer;
import io.github.openstackmaven.reference.Descriptor;
import java.util.List;
import java.util.Set;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoTest;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.junit.jupiter.api.Test;

/** How Maven binds the elements at the top level and in {@code <server>} blocks. */
@MojoTest
class ServerMojoTest extends GoalTest {
    private static final String POM = """
            <project>
              <artifactId>shop</artifactId>
              <build>
                <plugins>
                  <plugin>
                    <artifactId>openstack-maven-plugin</artifactId>
                    <configuration>
                      <image>debian-12</image>
                      <flavor>m1.small</flavor>
                      <floatingIp>public</floatingIp>
                      <preferIpv6>false</preferIpv6>
                      <ingress><rule>tcp 22</rule></ingress>
                      <keyPair>ephemeral</keyPair>
                      <adminPassword>s3cret</adminPassword>
                      <serverGroup>cluster</serverGroup>
                      <bootVolume><size>20</size></bootVolume>
                      <volumes>
                        <volume>data</volume>
                        <volume><size>5</size></volume>
                      </volumes>
                      <metadata><role>db</role></metadata>
                      <description>for the tests</description>
                      <tags><tag>it</tag></tags>
                      <hostname>db</hostname>
                      <userData>#!/bin/sh</userData>
                      <configDrive>true</configDrive>
                      <availabilityZones>az1,az2</availabilityZones>
                      <schedulerHints><different_host>x</different_host></schedulerHints>
                      <group>app,eu</group>
                      <servers>
                        <server><name>db</name></server>
                        <server>
                          <name>web</name>
                          <count>2</count>
                          <volumes><volume/></volumes>
                          <keyPair>ours</keyPair>
                          <group>front</group>
                        </server>
                        <server><name>alone</name><group><group/></group></server>
                      </servers>
                    </configuration>
                  </plugin>
                </plugins>
              </build>
            </project>""";

    private static final String SERVER = """
            <image>debian-12</image>
            <flavor>m1.small</flavor>
            <floatingIp>public</floatingIp>
            <ingress><rule>tcp 22</rule></ingress>
            <keyPair>ephemeral</keyPair>
            <adminPassword>s3cret</adminPassword>
            <serverGroup>cluster</serverGroup>
            <bootVolume><size>20</size></bootVolume>
            <volumes>
              <volume>data</volume>
              <volume><size>5</size></volume>
            </volumes>
            <metadata><role>db</role></metadata>
            <description>for the tests</description>
            <tags><tag>it</tag></tags>
            <hostname>db</hostname>
            <userData>#!/bin/sh</userData>
            <configDrive>true</configDrive>
            <availabilityZones>az1,az2</availabilityZones>
            <schedulerHints><different_host>x</different_host></schedulerHints>
            <group>app,eu</group>""";

    @Test
    @InjectMojo(goal = "launch", pom = POM)
    void a_block_takes_what_it_leaves_out_from_the_top_level(LaunchMojo launch) {
        List<ServerSpec> specs = launch.specs();

        assertThat(specs).extracting(ServerSpec::name).containsExactly("db", "web-1", "web-2", "alone");
        assertThat(specs.get(0))
                .isEqualTo(
                        new BoundServer().topLevel("<name>db</name>" + SERVER).spec());
        assertThat(specs.get(0).volumes()).hasSize(2).first().isEqualTo(new VolumeSpec.Existing("data"));
        assertThat(specs.get(1).volumes()).isEmpty();
        assertThat(specs.get(1).access().key()).hasToString("Existing[name=ours, keyFile=Optional.empty]");
    }

    @Test
    @InjectMojo(goal = "launch", pom = POM)
    void a_block_has_groups_of_its_own_or_those_of_the_top_level_or_none(LaunchMojo launch) {
        assertThat(launch.specs())
                .extracting(spec -> spec.relations().groups())
                .containsExactly(List.of("app", "eu"), List.of("front"), List.of("front"), List.of());
    }

    @Test
    @InjectMojo(goal = "check", pom = POM)
    void the_command_line_may_choose_some_of_them(CheckMojo check) {
        say("servers", "web,alone");

        assertThat(check.specs()).extracting(ServerSpec::name).containsExactly("web-1", "web-2", "alone");
    }

    @Test
    @InjectMojo(goal = "launch", pom = POM)
    void who_waits_waits_for_all_that_the_top_level_names_but_itself(LaunchMojo launch) {
        say("dependsOn", "db,front");

        assertThat(launch.specs())
                .extracting(spec -> spec.relations().dependsOn())
                .containsExactly(List.of(), List.of(), List.of(), List.of("db", "web-1", "web-2"));
    }

    @Test
    @InjectMojo(goal = "launch", pom = POM)
    void the_command_line_describes_all_servers(LaunchMojo launch) {
        session.getUserProperties().setProperty("openstack.floatingIp", "false");

        assertThat(launch.specs())
                .allSatisfy(spec -> assertThat(spec.access().floatingIp()).isEmpty());
    }

    @Test
    @InjectMojo(goal = "launch", pom = POM)
    void what_the_pom_writes_wins_over_a_property_and_what_it_leaves_out_a_property_says(LaunchMojo launch) {
        session.getSystemProperties().setProperty("openstack.flavor", "m1.tiny");
        session.getSystemProperties().setProperty("openstack.group", "ops");
        session.getSystemProperties().setProperty("openstack.networks", "lan,private");
        session.getSystemProperties().setProperty("openstack.securityGroups", "web,default");

        ServerSpec db = launch.specs().get(0);

        assertThat(db.flavor()).isEqualTo(new FlavorSpec.Named("m1.small"));
        assertThat(db.relations().groups()).containsExactly("app", "eu");
        assertThat(db.networks())
                .isEqualTo(NetworksSpec.of(List.of(NetworksSpec.Nic.on("lan"), NetworksSpec.Nic.on("private"))));
        assertThat(db.access().securityGroups()).containsExactly("web", "default");
    }

    // Maven takes a property's text for the whole element, whatever the POM has written in it.
    @Test
    void nothing_of_a_server_that_has_elements_in_it_is_bound_to_a_property() {
        Xpp3Dom bound = Descriptor.goal("launch").mojo().getChild("configuration");

        assertThat(Descriptor.goal("launch").parameters())
                .filteredOn(parameter -> !Set.of("java.lang.String", "boolean", "java.lang.Boolean")
                        .contains(parameter.type()))
                .hasSizeGreaterThan(15)
                .allSatisfy(parameter -> assertThat(bound.getChild(parameter.name()))
                        .as(parameter.name())
                        .isNull());
    }

    @Test
    @InjectMojo(goal = "check", pom = POM)
    void an_unset_variable_chooses_no_servers_and_not_all_of_them(CheckMojo check) {
        say("servers", "");

        assertThatThrownBy(check::specs).hasMessage("-Dopenstack.servers is empty");
    }
}
