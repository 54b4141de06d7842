package io.github.openstackmaven.output;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.representer.Representer;

/**
 * {@code inventory.yml}: the servers that have an address, and their groups, for
 * <a href="https://docs.ansible.com/ansible/latest/inventory_guide/intro_inventory.html">Ansible</a>.
 */
record Inventory(List<LaunchedServer> servers, HostKeys keys) {

    /** The file's text. */
    String text() {
        Map<String, Object> hosts = new LinkedHashMap<>();
        servers.forEach(server ->
                server.ip().ifPresent(ip -> hosts.putIfAbsent(server.safeName().text(), variables(server, ip))));
        Map<String, Object> all = new LinkedHashMap<>(Map.of("hosts", hosts));
        Map<String, Object> groups = groups(hosts.keySet());
        if (!groups.isEmpty()) all.put("children", groups);
        DumperOptions options = new DumperOptions();
        options.setDefaultFlowStyle(DumperOptions.FlowStyle.BLOCK);
        options.setSplitLines(false);
        options.setDereferenceAliases(true); // two servers without variables of their own are no anchor and alias
        return new Yaml(new SafeConstructor(new LoaderOptions()), new Untemplated(options), options)
                .dump(Map.of("all", all));
    }

    // One that is called like a host, of another launch say, would be no group to Ansible.
    private Map<String, Object> groups(Set<String> hosts) {
        Map<String, Map<String, Object>> members = new TreeMap<>();
        for (LaunchedServer server : servers) {
            String host = server.safeName().text();
            server.groups().stream()
                    .filter(group -> hosts.contains(host) && !hosts.contains(group))
                    .forEach(group -> members.computeIfAbsent(group, first -> new LinkedHashMap<>())
                            .put(host, Map.of()));
        }
        Map<String, Object> groups = new LinkedHashMap<>();
        members.forEach((group, those) -> groups.put(group, Map.of("hosts", those)));
        return groups;
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

    // Ansible runs what it takes for a template, and not all texts are of people that may run something here.
    private static final class Untemplated extends Representer {
        private static final Tag UNSAFE = new Tag("!unsafe");

        private Untemplated(DumperOptions options) {
            super(options);
        }

        @Override
        protected Node representScalar(Tag tag, String value, DumperOptions.ScalarStyle style) {
            return isTemplate(value)
                    ? super.representScalar(UNSAFE, value, DumperOptions.ScalarStyle.DOUBLE_QUOTED)
                    : super.representScalar(tag, value, style);
        }

        private static boolean isTemplate(String text) {
            return Stream.of("{{", "{%", "{#").anyMatch(text::contains);
        }
    }

    // Ansible splits the text as a shell would.
    private static String word(String text) {
        return "'" + text.replace("'", "'\"'\"'") + "'";
    }
}
