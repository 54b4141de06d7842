package io.github.openstackmaven.simulator;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What a cloud has when it starts. */
record Contents(
        Identities identities,
        List<Image> images,
        List<Flavor> flavors,
        List<Network> networks,
        List<Port> ports,
        List<SecurityGroup> securityGroups,
        List<Keypair> keypairs) {
    static final String DEMO = Ids.hex("project/demo");
    static final String OTHER = Ids.hex("project/other");
    static final String ADMIN = Ids.hex("project/admin");
    static final String DEMO_USER = Ids.hex("user/demo");
    static final String PASSWORD = "passw0rd";
    static final String CREDENTIAL = Ids.hex("application credential/ci");
    static final String CREDENTIAL_SECRET = "simulated-application-credential-secret";
    private static final List<Identities.Role> MEMBER = roles("member", "reader");
    private static final List<Identities.Role> ADMINISTRATOR = roles("member", "admin", "reader");

    static Contents at(Instant now) {
        List<Network> networks = networks(now);
        return new Contents(
                identities(now),
                images(now),
                sizes(),
                networks,
                ports(networks, now),
                securityGroups(now),
                keypairs(now));
    }

    private static Identities identities(Instant now) {
        Identities.User demo = user("demo", Map.of(DEMO, MEMBER, OTHER, MEMBER), Optional.of(DEMO));
        Identities.User admin = new Identities.User(
                Ids.hex("user/admin"),
                "admin",
                Optional.of("adm1nPassw0rd"),
                Optional.empty(),
                false,
                Optional.empty(),
                Map.of(ADMIN, ADMINISTRATOR),
                ADMINISTRATOR);
        return new Identities(
                List.of(new Project(OTHER, "other"), new Project(DEMO, "demo"), new Project(ADMIN, "admin")),
                List.of(
                        demo,
                        user("other", Map.of(OTHER, MEMBER), Optional.of(OTHER)),
                        admin,
                        passcodeUser("demo-totp", Optional.empty()),
                        passcodeUser("demo-mfa", Optional.of(PASSWORD)),
                        federated()),
                List.of(
                        credential("ci", CREDENTIAL, Optional.empty()),
                        credential(
                                "expired",
                                Ids.hex("application credential/expired"),
                                Optional.of(now.minusSeconds(1)))),
                List.of(new Identities.Trust("trust-demo", DEMO_USER, Ids.hex("user/other"), DEMO)));
    }

    private static Identities.User user(
            String name, Map<String, List<Identities.Role>> roles, Optional<String> defaultProject) {
        return new Identities.User(
                Ids.hex("user/" + name),
                name,
                Optional.of(PASSWORD),
                Optional.empty(),
                false,
                defaultProject,
                roles,
                List.of());
    }

    // Who is proved elsewhere has no password here.
    private static Identities.User federated() {
        return new Identities.User(
                Ids.hex("user/" + Federation.USER),
                Federation.USER,
                Optional.empty(),
                Optional.empty(),
                false,
                Optional.empty(),
                Map.of(DEMO, MEMBER),
                List.of());
    }

    private static Identities.User passcodeUser(String name, Optional<String> password) {
        return new Identities.User(
                Ids.hex("user/" + name),
                name,
                password,
                Optional.of("123456"),
                password.isPresent(),
                Optional.of(DEMO),
                Map.of(DEMO, MEMBER),
                List.of());
    }

    private static Identities.ApplicationCredential credential(String name, String id, Optional<Instant> expires) {
        return new Identities.ApplicationCredential(id, name, CREDENTIAL_SECRET, DEMO_USER, DEMO, expires);
    }

    private static List<Identities.Role> roles(String... names) {
        return Stream.of(names).map(Identities.Role::of).toList();
    }

    // Every image a second younger than the one before, so that the newest is a fact.
    private static List<Image> images(Instant now) {
        List<Image> images = new ArrayList<>();
        Instant first = now.minusSeconds(3600);
        images.add(image("cirros-0.3.4-x86_64-uec", 0, first, Map.of()));
        images.add(image("debian-12", 0, first, Map.of("os_distro", "debian", "os_version", "12")));
        images.add(new Image(
                Ids.uuid("image/needs-room"),
                "needs-room",
                "active",
                "public",
                ADMIN,
                20,
                4096,
                1000,
                first.plusSeconds(2),
                properties("needs-room"),
                List.of()));
        for (String build : List.of("0", "1")) {
            images.add(image(
                    "ubuntu-22.04",
                    Integer.parseInt(build),
                    first.plusSeconds(3),
                    Map.of("os_distro", "ubuntu", "os_version", "22.04", "build", build)));
        }
        images.add(special("old-image", "deactivated", "public", ADMIN, first.plusSeconds(5)));
        images.add(special("demo-private", "active", "private", DEMO, first.plusSeconds(6)));
        for (int n = 0; n < 60; n++) {
            images.add(image("bulk-%03d".formatted(n), n, first.plusSeconds(7), Map.of()));
        }
        return List.copyOf(images);
    }

    private static Image image(String name, int later, Instant first, Map<String, String> more) {
        Map<String, String> properties = new HashMap<>(properties(name));
        properties.putAll(more);
        int size = name.startsWith("bulk") ? 1 : 1000;
        String id = Ids.uuid("image/" + name + more.getOrDefault("build", ""));
        return new Image(
                id, name, "active", "public", ADMIN, 0, 0, size, first.plusSeconds(later), properties, List.of());
    }

    private static Image special(String name, String status, String visibility, String owner, Instant created) {
        return new Image(
                Ids.uuid("image/" + name),
                name,
                status,
                visibility,
                owner,
                0,
                0,
                1000,
                created,
                properties(name),
                List.of());
    }

    // openstacksdk, which fills the real cloud, leaves these on each image.
    private static Map<String, String> properties(String name) {
        return Map.of(
                "owner_specified.openstack.md5",
                "",
                "owner_specified.openstack.sha256",
                "",
                "owner_specified.openstack.object",
                "images/" + name);
    }

    private static List<Flavor> sizes() {
        return List.of(
                flavor("m1.tiny", 512, 1, 1),
                flavor("m1.small", 2048, 20, 1),
                flavor("m1.medium", 4096, 40, 2),
                flavor("m1.large", 8192, 80, 4),
                flavor("m1.xlarge", 16384, 160, 8),
                flavor("m1.huge", 512, 900000, 1));
    }

    private static Flavor flavor(String name, int ram, int disk, int vcpus) {
        return new Flavor(Ids.uuid("flavor/" + name), name, ram, disk, vcpus);
    }

    private static List<Network> networks(Instant now) {
        return List.of(
                network("public", "127.10.0", ADMIN, true, Optional.empty(), now),
                network("private", "10.10.0", DEMO, false, Optional.empty(), now),
                network("private2", "10.20.0", DEMO, false, Optional.empty(), now),
                network("lan", "127.20.0", ADMIN, false, Optional.of(DEMO), now),
                network("other-net", "10.30.0", OTHER, false, Optional.empty(), now));
    }

    private static Network network(
            String name, String prefix, String project, boolean external, Optional<String> sharedWith, Instant now) {
        return new Network(
                Ids.uuid("network/" + name),
                name,
                project,
                external,
                sharedWith,
                Ids.uuid("subnet/" + name),
                prefix,
                sharedWith.isPresent() ? 3 : 2,
                now.minusSeconds(3600));
    }

    // The router's leg in the private network.
    private static List<Port> ports(List<Network> networks, Instant now) {
        return networks.stream()
                .filter(network -> network.name().equals("private"))
                .map(network -> new Port(
                        Ids.uuid("port/router"),
                        "",
                        "",
                        network.id(),
                        DEMO,
                        "fa:16:3e:ff:ff:01",
                        network.prefix() + ".1",
                        Optional.of(Ids.uuid("router")),
                        Port.ROUTER,
                        true,
                        List.of(),
                        List.of(),
                        true,
                        2,
                        now.minusSeconds(3600),
                        now.minusSeconds(3600)))
                .toList();
    }

    private static List<SecurityGroup> securityGroups(Instant now) {
        Instant then = now.minusSeconds(3600);
        List<SecurityGroup> groups = new ArrayList<>();
        for (String project : List.of(DEMO, OTHER, ADMIN)) {
            String id = Ids.uuid("security group/default/" + project);
            SecurityGroup group = SecurityGroup.create(id, "default", "Default security group", project, then);
            for (String ethertype : List.of("IPv4", "IPv6")) {
                group = group.with(rule(id, ethertype, Optional.empty(), Optional.of(id), then), then);
            }
            groups.add(group);
        }
        String ssh = Ids.uuid("security group/ssh");
        groups.add(SecurityGroup.create(ssh, "ssh", "", DEMO, then)
                .with(rule(ssh, "IPv4", Optional.of(22), Optional.empty(), then), then));
        return List.copyOf(groups);
    }

    private static SecurityGroup.Rule rule(
            String group, String ethertype, Optional<Integer> port, Optional<String> remoteGroup, Instant created) {
        return new SecurityGroup.Rule(
                Ids.uuid(group + "/ingress/" + ethertype),
                "ingress",
                ethertype,
                port.map(any -> "tcp"),
                port,
                port,
                Optional.empty(),
                remoteGroup,
                port.map(any -> ""),
                created);
    }

    private static List<Keypair> keypairs(Instant now) {
        return List.of(new Keypair(
                1,
                DEMO_USER,
                "demo-key",
                "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIH6b7+NJDzCXDsA0YmI9igjKMwKWhgYT4pAIHRRyyOU4 root@vm",
                "4d:77:e0:84:6d:5b:65:36:b2:14:30:32:57:2b:1c:a1",
                now.minusSeconds(3600)));
    }
}
