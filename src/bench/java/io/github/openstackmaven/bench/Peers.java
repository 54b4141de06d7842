package io.github.openstackmaven.bench;

import io.github.openstackmaven.bench.Choices.Places;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** All who are compared. */
final class Peers {
    static final String IDLE = "idle Maven";
    static final String CURL = "curl";
    static final String PLUGIN = "plugin";

    private static final Pattern VERSION = Pattern.compile("Apache Maven [\\w.-]+");

    private final Places places;

    Peers(Places places) {
        this.places = places;
    }

    /** All of them, as they can take part on that cloud. */
    List<Peer> on(Target target) {
        Optional<String> login = target.hasPassword()
                ? Optional.empty()
                : Optional.of("it logs in by password here, the cloud's entry doesn't");
        return List.of(
                Peer.of(IDLE, this::idle).askingNothing(),
                Peer.of(CURL, this::curl).absent(login.or(() -> missing("curl"))),
                Peer.of(PLUGIN, this::plugin).beginningAt("--- openstack.*:launch"),
                Peer.of("openstack --wait", Peers::openstack).absent(missing("openstack")),
                Peer.of("openstack4j", launch -> library(launch, "openstack4j", "Openstack4jLaunch"))
                        .absent(login),
                Peer.of("jclouds", launch -> library(launch, "jclouds", "JcloudsLaunch"))
                        .absent(login));
    }

    private static Optional<String> missing(String program) {
        boolean there = Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
        return there ? Optional.empty() : Optional.of("not installed");
    }

    /** Fetches what the plugin needs, which it tells, compiles the libraries' launches, and finds what those need. */
    Realm prepare() throws IOException {
        Files.createDirectories(places.target());
        String settings = Files.readString(places.sources().resolveSibling("it/settings.xml"));
        Files.writeString(
                settings(),
                settings.replace(
                        "@localRepositoryUrl@", places.userRepository().toUri().toString()));
        Command help = maven(places.sources().resolve("plugin"), Map.of(), List.of("-X", "openstack:help"));
        Realm realm = Realm.told(done(help), places.repository());
        for (String library : List.of("openstack4j", "jclouds")) {
            List<String> words = List.of(
                    places.maven().toString(),
                    "-B",
                    "-Dmaven.repo.local=" + places.userRepository(),
                    "-Dbench.target=" + places.target().resolve(library),
                    "compiler:compile",
                    "dependency:build-classpath");
            done(new Command(places.sources().resolve(library), words, Map.of()));
        }
        return realm;
    }

    private static String done(Command command) {
        Child.Result result = Child.run(command);
        if (result.exitCode() != 0) throw new IllegalStateException(result.log());
        return result.log();
    }

    private Path settings() {
        return places.target().resolve("settings.xml");
    }

    /** As {@code Apache Maven 3.9.16}. */
    String mavenVersion() {
        List<String> words = List.of(places.maven().toString(), "--version");
        String told = Child.run(new Command(places.target(), words, Map.of())).log();
        Matcher version = VERSION.matcher(told);
        return version.find() ? version.group() : "an unknown Maven";
    }

    /** A simulator for all who can reach it. */
    Command simulate(Path folder, List<String> options) {
        copy("plugin/pom.xml", folder);
        List<String> goal = List.of("-o", "-q", "openstack:simulate");
        return maven(
                folder, Map.of(), Stream.of(goal, options).flatMap(List::stream).toList());
    }

    // As a user has it: with the plugin in the local repository.
    private Command maven(Path folder, Map<String, String> variables, List<String> arguments) {
        List<String> words = new ArrayList<>(List.of(
                places.maven().toString(),
                "-B",
                "-s",
                settings().toString(),
                "-Dmaven.repo.local=" + places.repository(),
                "-Dplugin.version=" + places.version()));
        words.addAll(arguments);
        return new Command(folder, words, variables);
    }

    private Command idle(Launch launch) {
        copy("idle/pom.xml", launch.folder());
        return maven(launch.folder(), Map.of(), List.of("-o", "validate"));
    }

    private Command plugin(Launch launch) {
        copy("plugin/pom.xml", launch.folder());
        Choices choices = launch.target().choices();
        Stream<String> server = Stream.of(
                "-o",
                "openstack:launch",
                "-Dopenstack.cloud=" + launch.target().entry(),
                "-Dopenstack.name=" + launch.name(),
                "-Dopenstack.image=" + choices.image(),
                "-Dopenstack.flavor=" + choices.flavor(),
                "-Dopenstack.networks=" + choices.network(),
                "-Dopenstack.count=" + launch.count());
        Stream<String> elsewhere = launch.otherAuthUrl().map("-Dopenstack.auth.authUrl="::concat).stream();
        return maven(
                launch.folder(), launch.file(), Stream.concat(server, elsewhere).toList());
    }

    private Command curl(Launch launch) {
        String script = places.sources().resolve("curl/launch.sh").toString();
        return new Command(launch.folder(), List.of("sh", script), launch.variables());
    }

    private static Command openstack(Launch launch) {
        Choices choices = launch.target().choices();
        String count = String.valueOf(launch.count());
        List<String> words = new ArrayList<>(
                List.of("openstack", "--os-cloud", launch.target().entry()));
        launch.otherAuthUrl().ifPresent(url -> words.addAll(List.of("--os-auth-url", url)));
        words.addAll(List.of("server", "create", "--wait", "-f", "value", "-c", "id"));
        words.addAll(List.of("--image", choices.image(), "--flavor", choices.flavor()));
        words.addAll(List.of("--network", choices.network()));
        if (launch.count() > 1) words.addAll(List.of("--min", count, "--max", count));
        words.add(launch.name());
        return new Command(launch.folder(), words, launch.file());
    }

    private Command library(Launch launch, String library, String main) {
        Path target = places.target().resolve(library);
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        String path = target.resolve("classes") + File.pathSeparator + read(target.resolve("classpath"));
        return new Command(launch.folder(), List.of(java, "-cp", path, main), launch.variables());
    }

    private void copy(String source, Path folder) {
        try {
            Files.copy(places.sources().resolve(source), folder.resolve("pom.xml"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
