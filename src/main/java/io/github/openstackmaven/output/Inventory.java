package io.github.openstackmaven.output;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.Yaml;

/**
 * {@code inventory.yml}: the servers that have an address, for
 * <a href="https://docs.ansible.com/ansible/latest/inventory_guide/intro_inventory.html">Ansible</a>.
 */
record Inventory(List<LaunchedServer> servers, HostKeys keys) {

    /** The file's text. */
    String text() {
        Map<String, Object> hosts = new LinkedHashMap<>();
        servers.forEach(server ->
                server.ip().ifPresent(ip -> hosts.putIfAbsent(server.safeName().text(), variables(server, ip))));
        DumperOptions options = new DumperOptions();
        options.setDefaultFlowStyle(DumperOptions.FlowStyle.BLOCK);
        options.setSplitLines(false);
        return new Yaml(options).dump(Map.of("all", Map.of("hosts", hosts)));
    }

    private Map<String, Object> variables(LaunchedServer server, String ip) {
        Map<String, Object> variables = new LinkedHashMap<>();
        variables.put("ansible_host", ip);
        server.port().ifPresent(port -> variables.put("ansible_port", port));
        server.user().ifPresent(user -> variables.put("ansible_user", user));
        server.keyFile().ifPresent(file -> variables.put("ansible_ssh_private_key_file", file));
        variables.put("ansible_ssh_common_args", sshArguments(server));
        variables.put("openstack_id", server.id());
        return variables;
    }

    private String sshArguments(LaunchedServer server) {
        return "-o " + word("UserKnownHostsFile=" + SshValue.quoted(keys.file()))
                + " -o StrictHostKeyChecking=" + keys.strictness(server)
                + (server.keyFile().isPresent() ? " -o IdentitiesOnly=yes" : "");
    }

    // Ansible splits the text as a shell would.
    private static String word(String text) {
        return "'" + text.replace("'", "'\"'\"'") + "'";
    }
}
