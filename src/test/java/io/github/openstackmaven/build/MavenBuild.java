package io.github.openstackmaven.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A project of a user's and real Maven processes in it, with the plugin under test in a repository of its own. */
final class MavenBuild {
    private static final Path REPOSITORY =
            Path.of(System.getProperty("it.repository")).toAbsolutePath();
    static final String VERSION = System.getProperty("it.version");

    private static final Path HOME = Path.of(System.getProperty("maven.home"));

    private static final List<String> FOREIGN = List.of("OS_", "MAVEN_", "GITHUB_");

    private final Path folder;
    private final Map<String, String> variables = new LinkedHashMap<>();
    private String settings = "";
    private String machine = "<image>debian-12</image><flavor>m1.tiny</flavor><networks>lan</networks>";
    private Duration patience = Duration.ofMinutes(5);

    MavenBuild(Path folder) {
        this.folder = folder;
    }

    /** What came of a run. */
    record Result(int exitCode, String log) {}

    /** Writes a file of the project. */
    MavenBuild file(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        return this;
    }

    /** Writes a POM that configures the plugin so. */
    MavenBuild pom(String configuration) throws IOException {
        return file("pom.xml", """
                <project xmlns="http://maven.apache.org/POM/4.0.0">
                  <modelVersion>4.0.0</modelVersion>
                  <groupId>com.example</groupId>
                  <artifactId>shop</artifactId>
                  <version>1</version>
                  <packaging>pom</packaging>
                  <build>
                    <plugins>
                      <plugin>
                        <groupId>io.github.openstackmaven</groupId>
                        <artifactId>openstack-maven-plugin</artifactId>
                        <version>%s</version>
                        <configuration>
                          %s
                          %s
                        </configuration>
                      </plugin>
                    </plugins>
                  </build>
                </project>
                """.formatted(VERSION, machine, configuration));
    }

    /** Has its servers be of these instead of the simulator's smallest. */
    MavenBuild machine(String image, String flavor, String network) {
        machine = "<image>%s</image><flavor>%s</flavor><networks>%s</networks>".formatted(image, flavor, network);
        return this;
    }

    /** Adds elements to settings.xml. */
    MavenBuild settings(String elements) {
        settings += elements;
        return this;
    }

    /** Sets a variable of the process; it has none of this machine's {@code OS_*} and of its CI. */
    MavenBuild variable(String name, String value) {
        variables.put(name, value);
        return this;
    }

    /** Has its runs take longer than five minutes. */
    MavenBuild patience(Duration longest) {
        patience = longest;
        return this;
    }

    /** Runs Maven to its end. */
    Result run(String... arguments) throws IOException, InterruptedException {
        return start(arguments).end();
    }

    /** Runs Maven to its end, which must be a success. */
    Result green(String... arguments) throws IOException, InterruptedException {
        Result result = run(arguments);
        assertThat(result.exitCode()).as(result.log()).isZero();
        return result;
    }

    /** Starts Maven. */
    RunningMaven start(String... arguments) throws IOException, InterruptedException {
        return start(
                List.of(HOME.resolve("bin")
                        .resolve(isWindows() ? "mvn.cmd" : "mvn")
                        .toString()),
                arguments);
    }

    /** Starts Maven in a JVM that outlives its session. */
    RunningMaven startLasting(String... arguments) throws IOException, InterruptedException {
        Path boot;
        try (Stream<Path> jars = Files.list(HOME.resolve("boot"))) {
            boot = jars.filter(file -> file.getFileName().toString().endsWith(".jar"))
                    .findFirst()
                    .orElseThrow();
        }
        return start(
                List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        boot
                                + File.pathSeparator
                                + Path.of("target/test-classes").toAbsolutePath(),
                        "-Dmaven.home=" + HOME,
                        "-Dclassworlds.conf=" + HOME.resolve("bin/m2.conf"),
                        "-Dmaven.multiModuleProjectDirectory=" + folder,
                        LastingMaven.class.getName()),
                arguments);
    }

    private RunningMaven start(List<String> maven, String... arguments) throws IOException, InterruptedException {
        writeSettings();
        List<String> command = new ArrayList<>(signals());
        command.addAll(maven);
        command.addAll(
                List.of("-B", "-s", folder.resolve("settings.xml").toString(), "-Dmaven.repo.local=" + REPOSITORY));
        command.addAll(List.of(arguments));
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
        builder.environment().keySet().removeIf(name -> FOREIGN.stream().anyMatch(name::startsWith));
        builder.environment().put("HOME", folder.toString());
        builder.environment().put("MAVEN_OPTS", System.getProperty("it.mavenOpts", ""));
        builder.environment().putAll(variables);
        Path log = folder.resolve("maven.log");
        return new RunningMaven(builder.redirectOutput(log.toFile()).start(), log, patience);
    }

    private void writeSettings() throws IOException {
        file("settings.xml", """
                <settings>
                  %s
                  <profiles>
                    <profile>
                      <id>it</id>
                      <repositories>
                        <repository><id>local.central</id><url>%2$s</url></repository>
                      </repositories>
                      <pluginRepositories>
                        <pluginRepository><id>local.central</id><url>%2$s</url></pluginRepository>
                      </pluginRepositories>
                    </profile>
                  </profiles>
                  <activeProfiles><activeProfile>it</activeProfile></activeProfiles>
                </settings>
                """.formatted(settings, System.getProperty("it.localRepositoryUrl")));
    }

    // Who runs the tests may ignore SIGINT, as a shell does for its background jobs, and a process inherits that.
    private static List<String> signals() throws InterruptedException {
        List<String> reset = List.of("env", "--default-signal=INT");
        try {
            Process probe = new ProcessBuilder("env", "--default-signal=INT", "true").start();
            return probe.waitFor() == 0 ? reset : List.of();
        } catch (IOException e) {
            return List.of();
        }
    }

    /** The plugin's {@code servers.json} and other files. */
    Path output(String name) {
        return folder.resolve("target/openstack").resolve(name);
    }

    /** All that the build left, except what the test itself wrote. */
    List<Path> written() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> !List.of("settings.xml", "clouds.yaml")
                            .contains(file.getFileName().toString()))
                    .toList();
        }
    }

    private static boolean isWindows() {
        return System.getProperty("os.name").startsWith("Windows");
    }
}
