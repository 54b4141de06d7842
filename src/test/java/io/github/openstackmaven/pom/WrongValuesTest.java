package io.github.openstackmaven.pom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.github.openstackmaven.OpenStackException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each wrong value is told before anything is asked of the cloud, and the first line names its element. */
class WrongValuesTest {

    static Stream<Arguments> wrong() {
        return Stream.of(
                arguments("<count>many</count>", "<count> is 'many'"),
                arguments("<count>0</count>", "<count> is '0'"),
                arguments("<count>1001</count>", "<count> is '1001'"),
                arguments("<configDrive>maybe</configDrive>", "<configDrive> is 'maybe'"),
                arguments("<filterUserData>yes</filterUserData>", "<filterUserData> is 'yes'"),
                arguments("<preferIpv6>6</preferIpv6>", "<preferIpv6> is '6'"),
                arguments("<image><mostRecent>newest</mostRecent></image>", "<mostRecent> in <image> is 'newest'"),
                arguments("<image><visibility>pubic</visibility></image>", "<visibility> in <image> is 'pubic'"),
                arguments("<image><nameRegex>(</nameRegex></image>", "Malformed <nameRegex> in <image>: "),
                arguments(
                        "<image><name>a</name><nameRegex>b</nameRegex></image>",
                        "Both <name> and <nameRegex> in <image>"),
                arguments("<flavor><minRam>4GB</minRam></flavor>", "<minRam> in <flavor> is '4GB'"),
                arguments("<flavor><minVcpus>-1</minVcpus></flavor>", "<minVcpus> in <flavor> is '-1'"),
                arguments("<flavor><minVcpus>0</minVcpus></flavor>", "A <flavor> that asks for nothing"),
                network("<tag>inner</tag>", "A <network> with neither <name> nor <port>"),
                network("<name>lan</name><port>p</port>", "Both <name> and <port> in a <network>"),
                network("<port>p</port><fixedIp>10.0.0.5</fixedIp>", "Both <port> and <fixedIp> in a <network>"),
                network("<name>lan</name><fixedIp>10.0.0.256</fixedIp>", "<fixedIp> in a <network> is '10.0.0.256'"),
                network("<name>lan</name><fixedIp>10.0.0.5/24</fixedIp>", "<fixedIp> in a <network> is '10.0.0.5/24'"),
                arguments("<networks>none,lan</networks>", "'none' beside other <networks>"),
                arguments(
                        "<networks>none</networks><floatingIp>true</floatingIp>",
                        "<floatingIp> of a server on no network"),
                ingress("tcp 99999", "Malformed <ingress> 'tcp 99999': ports are 1 to 65535"),
                ingress("tcp ssh", "Malformed <ingress> 'tcp ssh': 'ssh' is neither a port nor a range"),
                ingress("tcp 22 from 10.0.0.0/33", "Malformed <ingress> 'tcp 22 from 10.0.0.0/33': the prefix"),
                ingress("tcp 22 from 10.0.0/8", "Malformed <ingress> 'tcp 22 from 10.0.0/8': '10.0.0' is neither"),
                arguments("<keyFile>id</keyFile>", "A <keyFile> without <keyPair>"),
                arguments(
                        "<keyPair>ephemeral</keyPair><keyFile>id</keyFile>",
                        "Both <keyFile> and an ephemeral <keyPair>"),
                arguments("<keyPair>ours</keyPair><keyFile>no-such-file</keyFile>", "Cannot read <keyFile> "),
                arguments("<serverGroup><policy>affinity</policy></serverGroup>", "A <serverGroup> without <name>"),
                arguments(
                        "<serverGroup><name>g</name><policy>apart</policy></serverGroup>",
                        "<policy> in <serverGroup> is 'apart'"),
                arguments("<bootVolume>golden</bootVolume>", "Both <image> and a <bootVolume> with <volume>"),
                arguments(
                        "<bootVolume><snapshot>s</snapshot></bootVolume>",
                        "Both <image> and a <bootVolume> with <snapshot>"),
                arguments("<bootVolume><size>20GB</size></bootVolume>", "<size> in <bootVolume> is '20GB'"),
                arguments("<bootVolume><size>0</size></bootVolume>", "<size> in <bootVolume> is '0'"),
                volume("<name>data</name>", "A new <volume> without <size>"),
                volume("<size>-5</size>", "<size> in a <volume> is '-5'"),
                volume("<volume>a</volume><snapshot>b</snapshot>", "Both <volume> and <snapshot> in a <volume>"),
                volume("<volume>a</volume><size>5</size>", "Both <volume> and <size> in a <volume>"),
                volume(
                        "<size>5</size><deleteOnTermination>no</deleteOnTermination>",
                        "<deleteOnTermination> in a <volume> is 'no'"),
                waitFor("<status>BUILD</status>", "Malformed <waitFor><status>: 'BUILD'"),
                waitFor("<tcp>http</tcp>", "<tcp> in <waitFor> is 'http'"),
                waitFor("<tcp><ports>http</ports></tcp>", "<ports> in <tcp> is 'http'"),
                waitFor("<tcp><timeout>1m</timeout></tcp>", "Malformed <waitFor><tcp>: it names no port"),
                waitFor("<ssh><port>99999</port></ssh>", "<port> in <ssh> is '99999'"),
                waitFor("<ssh><timeout>soon</timeout></ssh>", "Malformed <waitFor><ssh><timeout>: 'soon'"),
                waitFor("<cloudInit>maybe</cloudInit>", "<cloudInit> in <waitFor> is 'maybe'"),
                waitFor("<http><status>200</status></http>", "<http> in <waitFor> without <url>"),
                waitFor("<http>@{ip}</http>", "Malformed <waitFor><http>: "),
                waitFor("<http><url>http://@{ip}/</url><status>ok</status></http>", "<status> in <http> is 'ok'"),
                waitFor(
                        "<http><url>https://@{ip}/</url><insecure>no</insecure></http>",
                        "<insecure> in <http> is 'no'"),
                waitFor("<log>(</log>", "Malformed <waitFor><log>: "),
                arguments("<userDataFile>no-such-file</userDataFile>", "Cannot read <userDataFile> "));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("wrong")
    void a_wrong_value_is_told_with_its_element(String elements, String firstLine) {
        String others = (elements.startsWith("<image>") ? "" : "<image>debian-12</image>")
                + (elements.startsWith("<flavor>") ? "" : "<flavor>m1.small</flavor>");

        assertThatThrownBy(() -> new BoundServer().topLevel(others + elements).specs())
                .isInstanceOfSatisfying(OpenStackException.class, error -> {
                    assertThat(error).hasMessageStartingWith(firstLine);
                    assertThat(error.advice()).isNotEmpty();
                });
    }

    @Test
    void on_the_command_line_it_is_told_with_its_property() {
        assertThatThrownBy(
                        () -> BoundServer.with("").commandLine("count", "many").specs())
                .hasMessage("-Dopenstack.count is 'many'");
        assertThatThrownBy(() ->
                        BoundServer.with("").commandLine("waitFor.tcp", "http").specs())
                .hasMessage("-Dopenstack.waitFor.tcp is 'http'");
        assertThatThrownBy(() -> BoundServer.with("")
                        .commandLine("bootVolume.size", "20GB")
                        .specs())
                .hasMessage("-Dopenstack.bootVolume.size is '20GB'");
    }

    @Test
    void what_a_server_can_not_be_without_is_named() {
        assertThatThrownBy(() ->
                        new BoundServer().topLevel("<image>debian-12</image>").specs())
                .hasMessage("Incomplete server: no flavor");
        assertThatThrownBy(() ->
                        new BoundServer().topLevel("<flavor>m1.small</flavor>").specs())
                .hasMessage("Incomplete server: no image");
    }

    private static Arguments network(String elements, String firstLine) {
        return arguments("<networks><network>" + elements + "</network></networks>", firstLine);
    }

    private static Arguments ingress(String rule, String firstLine) {
        return arguments("<ingress><rule>" + rule + "</rule></ingress>", firstLine);
    }

    private static Arguments waitFor(String elements, String firstLine) {
        return arguments("<waitFor>" + elements + "</waitFor>", firstLine);
    }

    private static Arguments volume(String elements, String firstLine) {
        return arguments("<volumes><volume>" + elements + "</volume></volumes>", firstLine);
    }
}
