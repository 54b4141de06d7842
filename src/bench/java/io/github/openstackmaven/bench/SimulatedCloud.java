package io.github.openstackmaven.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A simulator in a process of its own, as {@code openstack:simulate} runs it. */
final class SimulatedCloud implements AutoCloseable {
    static final String ENTRY = "simulated";

    private static final Pattern AUTH_URL = Pattern.compile("auth_url: (\\S+)");

    private final Child child;
    private final Path clouds;

    private SimulatedCloud(Child child, Path clouds) {
        this.child = child;
        this.clouds = clouds;
    }

    /** Starts one by that command, and waits until it answers. */
    static SimulatedCloud start(Command simulate) {
        Child child = Child.start(simulate);
        try {
            Path clouds = simulate.folder().resolve("clouds.yaml");
            Files.writeString(clouds, """
                    clouds:
                      %s:
                        auth:
                          auth_url: %s
                          username: demo
                          password: passw0rd
                          project_name: demo
                          user_domain_id: default
                          project_domain_id: default
                        region_name: RegionOne
                    """.formatted(ENTRY, authUrl(child.output())));
            Files.setPosixFilePermissions(clouds, PosixFilePermissions.fromString("rw-------"));
            return new SimulatedCloud(child, clouds);
        } catch (IOException e) {
            child.close();
            throw new UncheckedIOException(e);
        }
    }

    private static String authUrl(BufferedReader output) throws IOException {
        StringBuilder told = new StringBuilder();
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            Matcher url = AUTH_URL.matcher(line);
            if (url.find()) return url.group(1);
            told.append(line).append('\n');
        }
        throw new IllegalStateException("The simulator doesn't start:\n" + told);
    }

    /** The clouds.yaml that has its entry. */
    String clouds() {
        return clouds.toString();
    }

    @Override
    public void close() {
        child.close();
    }
}
