package io.github.openstackmaven.cloud;

import io.github.openstackmaven.Mutants;
import io.github.openstackmaven.compute.ComputeClient;
import io.github.openstackmaven.compute.KeypairClient;
import io.github.openstackmaven.compute.Server;
import io.github.openstackmaven.compute.ServerGroupClient;
import io.github.openstackmaven.http.NoTokens;
import io.github.openstackmaven.http.Response;
import io.github.openstackmaven.http.ServiceClient;
import io.github.openstackmaven.image.GlanceImages;
import io.github.openstackmaven.image.NovaImages;
import io.github.openstackmaven.ledger.Mark;
import io.github.openstackmaven.network.FloatingIpClient;
import io.github.openstackmaven.network.NetworkClient;
import io.github.openstackmaven.network.PortClient;
import io.github.openstackmaven.network.SecurityGroupClient;
import io.github.openstackmaven.output.ListTables;
import io.github.openstackmaven.plan.ServerAddress;
import io.github.openstackmaven.volume.VolumeClient;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Whatever the services answer: it can be read and shown, or it is an error that says so. */
class ForeignListingsTest {
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    private static final String SERVER = """
            {"id": "s1", "name": "web", "status": "ACTIVE", "created": "2026-01-01T00:00:00Z", "hostId": "h",
             "OS-EXT-STS:task_state": null, "OS-EXT-AZ:availability_zone": "nova", "key_name": "k",
             "metadata": {"maven:build": "b", "maven:launch": "l", "maven:expires-at": "2026-01-01T01:00:00Z"},
             "addresses": {"lan": [{"version": 4, "addr": "10.0.0.5", "OS-EXT-IPS:type": "fixed"}]},
             "flavor": {"id": "f1", "vcpus": 1, "ram": 512},
             "fault": {"code": 500, "message": "No valid host", "details": "x", "created": "2026-01-01T00:00:00Z"}}""";

    @Test
    void servers() {
        Mutants.of(List.of("{\"servers\": [" + SERVER + "], \"servers_links\": []}"), text -> {
            List<Server> servers = nova(text).all();
            ListTables.servers(servers, NOW).lines();
            servers.forEach(ServerAddress::of);
        });
        Mutants.of(List.of("{\"server\": " + SERVER + "}"), text -> nova(text).server("s1"));
        Mutants.of(
                List.of("{\"output\": \"Booting Linux\\n\"}"),
                text -> nova(text).consoleLog("s1", 10));
    }

    @Test
    void what_was_done_to_a_server() {
        String action = """
                {"action": "create", "request_id": "r", "start_time": "2026-01-01T00:00:00.000000", "message": null,
                 "events": [{"event": "e", "start_time": "2026-01-01T00:00:00.000000", "finish_time": null, "result": null}]}""";
        Mutants.of(
                List.of("{\"instanceActions\": [" + action + "]}"),
                text -> nova(text).actions("s1"));
        Mutants.of(
                List.of("{\"instanceAction\": " + action + "}"),
                text -> nova(text).action("s1", "r"));
    }

    @Test
    void the_rest_of_nova() {
        Mutants.of(
                List.of("{\"flavors\": [{\"id\": \"f\", \"name\": \"n\", \"vcpus\": 1, \"ram\": 512, \"disk\": 1}]}"),
                text -> ListTables.flavors(nova(text).flavors()).lines());
        Mutants.of(
                List.of(
                        "{\"keypairs\": [{\"keypair\": {\"name\": \"k\", \"type\": \"ssh\", \"fingerprint\": \"f\"}}]}"),
                text -> ListTables.keypairs(new KeypairClient(service(text)).all())
                        .lines());
        Mutants.of(
                List.of(
                        "{\"server_groups\": [{\"id\": \"g\", \"name\": \"n\", \"policies\": [\"affinity\"], \"members\": []}]}"),
                text -> new ServerGroupClient(service(text)).byName("n"));
        Mutants.of(
                List.of("{\"limits\": {\"absolute\": {\"maxTotalCores\": 20, \"totalCoresUsed\": 1}}}"),
                text -> nova(text).limits());
        Mutants.of(
                List.of("{\"version\": {\"version\": \"2.93\", \"min_version\": \"2.1\"}}"),
                text -> nova(text).microversions());
    }

    @Test
    void images() {
        String image = """
                {"id": "i", "name": "debian", "status": "active", "created_at": "2026-01-01T00:00:00Z", "min_disk": 1,
                 "min_ram": 0, "size": 123, "os_admin_user": "debian", "tags": [], "owner": null}""";
        Mutants.of(
                List.of("{\"images\": [" + image + "], \"next\": null}"),
                text -> ListTables.images(new GlanceImages(service(text)).all()).lines());
        Mutants.of(
                List.of("{\"images\": [" + image.replace("created_at", "created") + "], \"images_links\": []}"),
                text -> ListTables.images(new NovaImages(service(text)).all()).lines());
    }

    @Test
    void networks() {
        Mutants.of(
                List.of("""
                        {"networks": [{"id": "n", "name": "lan", "shared": false, "tenant_id": "p", "router:external": false,
                          "port_security_enabled": true, "created_at": "2026-01-01T00:00:00Z"}], "networks_links": []}"""),
                text -> ListTables.networks(new NetworkClient(service(text)).all())
                        .lines());
        Mutants.of(
                List.of(
                        "{\"subnets\": [{\"id\": \"s\", \"name\": \"\", \"network_id\": \"n\", \"ip_version\": 4, \"cidr\": \"10.0.0.0/8\"}]}"),
                text -> new NetworkClient(service(text)).subnets());
        Mutants.of(
                List.of("{\"quota\": {\"port\": {\"limit\": 1, \"used\": 1, \"reserved\": 0}}}"),
                text -> new NetworkClient(service(text)).quota("p"));
        Mutants.of(
                List.of("""
                        {"ports": [{"id": "o", "name": "", "description": "maven:build=b maven:launch=l", "status": "DOWN",
                          "network_id": "n", "device_id": "", "fixed_ips": [{"subnet_id": "s", "ip_address": "10.0.0.5"}],
                          "security_groups": ["g"]}]}"""),
                text -> new PortClient(service(text)).all().forEach(port -> Mark.inDescription(port.description())));
        Mutants.of(List.of("""
                        {"floatingips": [{"id": "f", "floating_ip_address": "192.0.2.1", "floating_network_id": "n",
                          "port_id": null, "fixed_ip_address": null, "status": "DOWN", "description": ""}]}"""), text -> new FloatingIpClient(service(text)).all());
        Mutants.of(
                List.of("""
                        {"security_groups": [{"id": "g", "name": "web", "description": "", "security_group_rules": [
                          {"id": "r", "direction": "ingress", "ethertype": "IPv4", "port_range_min": 1}]}]}"""),
                text -> ListTables.securityGroups(new SecurityGroupClient(service(text)).all())
                        .lines());
    }

    @Test
    void volumes() {
        Mutants.of(List.of("""
                        {"volumes": [{"id": "v", "name": null, "status": "in-use", "size": 1, "bootable": "true", "metadata": {},
                          "attachments": [{"server_id": "s"}], "created_at": "2026-01-01T00:00:00.000000"}]}"""), text -> new VolumeClient(service(text)).all());
        Mutants.of(
                List.of(
                        "{\"snapshots\": [{\"id\": \"s\", \"name\": null, \"volume_id\": \"v\", \"status\": \"available\", \"size\": 1}]}"),
                text -> new VolumeClient(service(text)).snapshots("n"));
        Mutants.of(
                List.of("{\"volume_types\": [{\"id\": \"t\", \"name\": \"fast\"}]}"),
                text -> new VolumeClient(service(text)).type("fast"));
        Mutants.of(
                List.of("{\"limits\": {\"absolute\": {\"maxTotalVolumes\": 10, \"totalVolumesUsed\": 1}}}"),
                text -> new VolumeClient(service(text)).limits());
        Mutants.of(
                List.of(
                        "{\"attachments\": [{\"id\": \"a\", \"status\": \"reserved\", \"volume_id\": \"v\", \"instance\": \"s\"}]}"),
                text -> new VolumeClient(service(text)).attachments("v"));
    }

    @Test
    void marks_in_names_and_descriptions() {
        Mark mark = new Mark(
                "01234567-89ab-cdef-0123-456789abcdef",
                "01234567-89ab-cdef-0123-456789abcdef",
                "g:a",
                "here",
                Optional.of(NOW));

        Mutants.of(List.of(mark.name(), mark.nameIn(Optional.of("0".repeat(32)))), Mark::inName);
        Mutants.of(List.of(mark.description()), Mark::inDescription);
    }

    private static ComputeClient nova(String answer) {
        return new ComputeClient(service(answer), Optional.empty());
    }

    private static ServiceClient service(String answer) {
        HttpHeaders none = HttpHeaders.of(Map.of(), (name, value) -> true);
        return new ServiceClient(
                "any", URI.create("http://cloud/v2.1"), request -> new Response(200, none, answer), new NoTokens());
    }
}
