package io.github.openstackmaven;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Arrays;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;

/** The stations of a launch and who may know whom; data flows one way. */
@AnalyzeClasses(packages = "io.github.openstackmaven", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    private static final String ROOT = "io.github.openstackmaven";
    private static final String[] CLIENTS = {"identity", "image", "compute", "network", "volume", "cloud"};

    @ArchTest
    static final ArchRule settings_know_no_cloud = knowsOnly("config");

    @ArchTest
    static final ArchRule http_knows_no_service = knowsOnly("http", "config");

    @ArchTest
    static final ArchRule identity_knows_the_wire_and_who_logs_in = knowsOnly("identity", "http", "config");

    @ArchTest
    static final ArchRule image_client_knows_the_wire = knowsOnly("image", "http");

    @ArchTest
    static final ArchRule compute_client_knows_the_wire = knowsOnly("compute", "http", "config");

    @ArchTest
    static final ArchRule network_client_knows_the_wire = knowsOnly("network", "http");

    @ArchTest
    static final ArchRule volume_client_knows_the_wire = knowsOnly("volume", "http");

    @ArchTest
    static final ArchRule a_cloud_is_a_login_and_its_clients =
            knowsOnly("cloud", "identity", "image", "compute", "network", "volume", "http", "config");

    @ArchTest
    static final ArchRule a_plan_is_made_of_what_clients_tell_and_sends_what_is_put_on_record =
            knowsOnly("plan", and(CLIENTS, "exec", "http", "config", "ledger"));

    @ArchTest
    static final ArchRule ssh_knows_no_cloud = knowsOnly("ssh", "config");

    @ArchTest
    static final ArchRule ready_knows_what_is_asked_and_how_to_look =
            knowsOnly("ready", "plan", "image", "ssh", "http");

    @ArchTest
    static final ArchRule exec_knows_ssh = knowsOnly("exec", "ssh");

    @ArchTest
    static final ArchRule ledger_knows_no_client = knowsOnly("ledger", "http");

    @ArchTest
    static final ArchRule resources_are_what_the_clients_show = knowsOnly("resource", and(CLIENTS, "ledger", "http"));

    @ArchTest
    static final ArchRule teardown_logs_in_and_deletes =
            knowsOnly("teardown", "resource", "ledger", "cloud", "http", "config");

    @ArchTest
    static final ArchRule launch_knows_the_plan =
            knowsOnly("launch", and(CLIENTS, "plan", "ledger", "resource", "teardown", "ready", "http", "config"));

    @ArchTest
    static final ArchRule output_reads_the_records =
            knowsOnly("output", and(CLIENTS, "plan", "launch", "ledger", "resource", "teardown", "http", "config"));

    @ArchTest
    static final ArchRule a_first_step_is_asked_of_what_the_clients_show =
            knowsOnly("init", and(CLIENTS, "output", "config"));

    @ArchTest
    static final ArchRule the_environment_is_that_of_who_called_maven_not_the_process_s = noClasses()
            .should()
            .callMethodWhere(DescribedPredicate.describe(
                    "System.getenv is called",
                    call -> call.getTargetOwner().isEquivalentTo(System.class)
                            && call.getName().equals("getenv")));

    @ArchTest
    static final ArchRule a_launch_needs_no_first_step = noClasses()
            .that()
            .resideOutsideOfPackage(ROOT + ".init..")
            .and()
            .doNotHaveSimpleName("InitMojo")
            .should()
            .dependOnClassesThat()
            .resideInAPackage(ROOT + ".init..");

    @ArchTest
    static final ArchRule simulator_stands_alone = classes()
            .that()
            .resideInAPackage(ROOT + ".simulator..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(ROOT + ".simulator..", "java..", "com.fasterxml.jackson..", "org.jspecify..");

    @ArchTest
    static final ArchRule a_simulator_is_used_by_its_front = noClasses()
            .that()
            .resideOutsideOfPackage(ROOT + ".simulator..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage(ROOT + ".simulator.*..");

    @ArchTest
    static final ArchRule guests_know_the_simulator_by_its_front_and_how_keys_are_read =
            knowsOnly("guest", "simulator", "ssh");

    @ArchTest
    static final ArchRule simulated_http_knows_no_service = knowsOnly("simulator.web");

    @ArchTest
    static final ArchRule simulated_state_knows_no_http = knowsOnly("simulator.state");

    @ArchTest
    static final ArchRule simulated_keystone_knows_no_other_service =
            knowsOnly("simulator.keystone", "simulator.web", "simulator.state");

    @ArchTest
    static final ArchRule simulated_glance_knows_no_other_service =
            knowsOnly("simulator.glance", "simulator.web", "simulator.state");

    @ArchTest
    static final ArchRule simulated_nova_has_cinder_make_volumes =
            knowsOnly("simulator.nova", "simulator.web", "simulator.state", "simulator.cinder");

    @ArchTest
    static final ArchRule simulated_neutron_knows_no_other_service =
            knowsOnly("simulator.neutron", "simulator.web", "simulator.state");

    @ArchTest
    static final ArchRule simulated_cinder_knows_no_other_service =
            knowsOnly("simulator.cinder", "simulator.web", "simulator.state");

    @ArchTest
    static final ArchRule pom_is_a_language_of_specifications =
            knowsOnly("pom", "plan", "exec", "output", "compute", "config");

    @ArchTest
    static final ArchRule a_session_knows_no_goal = noClasses()
            .that()
            .resideInAPackage(ROOT + ".session..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(ROOT + ".mojo..", ROOT + ".plan..", ROOT + ".launch..");

    @ArchTest
    static final ArchRule only_goals_and_their_session_know_maven = noClasses()
            .that()
            .resideOutsideOfPackages(ROOT + ".mojo..", ROOT + ".session..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.apache.maven..");

    @ArchTest
    static final ArchRule only_ssh_knows_sshd = noClasses()
            .that()
            .resideOutsideOfPackages(ROOT + ".ssh..", ROOT + ".guest..")
            .should()
            .dependOnClassesThat(DescribedPredicate.describe(
                    "log in by SSH, and do more than read and write keys",
                    type -> type.getPackageName().startsWith("org.apache.sshd.")
                            && !type.getPackageName().startsWith("org.apache.sshd.common")));

    @ArchTest
    static final ArchRule keys_are_read_and_written_in_few_places = noClasses()
            .that()
            .resideOutsideOfPackages(ROOT + ".ssh..", ROOT + ".guest..", ROOT + ".http..", ROOT + ".plan..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.apache.sshd..");

    @ArchTest
    static final ArchRule nobody_calls_a_goal = noClasses()
            .that()
            .resideOutsideOfPackage(ROOT + ".mojo..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage(ROOT + ".mojo..");

    @ArchTest
    static final ArchRule no_cycles =
            slices().matching(ROOT + ".(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule no_cycles_in_the_simulator =
            slices().matching(ROOT + ".simulator.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule no_static_state = fields().that()
            .areStatic()
            .and()
            .areDeclaredInClassesThat(areOurs())
            .should()
            .beFinal();

    @ArchTest
    static final ArchRule names_say_what_a_class_is = noClasses()
            .should()
            .haveSimpleNameEndingWith("Utils")
            .orShould()
            .haveSimpleNameEndingWith("Helper")
            .orShould()
            .haveSimpleNameEndingWith("Manager")
            .orShould()
            .haveSimpleNameEndingWith("Impl");

    @ArchTest
    static final ArchRule nothing_is_null_but_what_says_so = classes()
            .should(ArchCondition.from(DescribedPredicate.describe(
                    "be in a package whose package-info says @NullMarked, so that NullAway looks at it",
                    type -> type.getPackage().isAnnotatedWith(NullMarked.class))));

    // What everyone may use: the JDK, libraries, and the errors of the root package.
    private static ArchRule knowsOnly(String station, String... others) {
        String[] known = Stream.concat(Stream.of(station), Arrays.stream(others))
                .map(name -> ROOT + "." + name)
                .toArray(String[]::new);
        return noClasses()
                .that()
                .resideInAPackage(ROOT + "." + station)
                .should()
                .dependOnClassesThat(DescribedPredicate.describe(
                        "are of another station",
                        type -> type.getPackageName().startsWith(ROOT + ".")
                                && Arrays.stream(known).noneMatch(type.getPackageName()::equals)));
    }

    private static DescribedPredicate<JavaClass> areOurs() {
        return DescribedPredicate.describe("are ours", type -> !type.getName().endsWith("HelpMojo"));
    }

    private static String[] and(String[] some, String... more) {
        return Stream.concat(Arrays.stream(some), Arrays.stream(more)).toArray(String[]::new);
    }
}
