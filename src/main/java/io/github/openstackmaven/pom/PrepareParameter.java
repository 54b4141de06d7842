package io.github.openstackmaven.pom;

import io.github.openstackmaven.config.DurationText;
import io.github.openstackmaven.plan.NetworksSpec;
import io.github.openstackmaven.plan.PrepareSpec;
import io.github.openstackmaven.plan.UserData;
import io.github.openstackmaven.pom.BlockElement.Nested;
import io.github.openstackmaven.pom.BlockElement.Value;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * {@code <prepare>}: what is done once on a server of its own, and kept as an image from which all later launches of
 * the same description boot.
 *
 * <p>Example: {@code <prepare><steps><step>sudo apt-get install -y postgresql</step></steps></prepare>}.
 *
 * @since 1.0.0
 */
public final class PrepareParameter {
    static final Elements ELEMENTS = new Elements();

    /**
     * Files and folders that are brought there first, each an {@code <upload>}; their contents are part of what the
     * image is known by.
     *
     * <p>Default: none.
     *
     * <p>Example: {@code <uploads><upload><from>src/vm</from><to>/tmp/</to></upload></uploads>}.
     *
     * @since 1.0.0
     */
    private @Nullable List<CopyParameter> uploads;

    /**
     * Commands and scripts that are run then, each a {@code <step>}, in their order.
     *
     * <p>Default: none.
     *
     * <p>Example: {@code <steps><step>sudo apt-get install -y postgresql</step></steps>}.
     *
     * @since 1.0.0
     */
    private @Nullable List<StepParameter> steps;

    /**
     * User data of the preparation's own first boot; the server's is read at each launch all the same.
     *
     * <p>Default: none.
     *
     * @since 1.0.0
     */
    private @Nullable String userData;

    /**
     * Files of such user data.
     *
     * <p>Default: none.
     *
     * <p>Example: {@code <userDataFile>src/vm/cloud-config.yaml</userDataFile>}.
     *
     * @since 1.0.0
     */
    private @Nullable List<String> userDataFile;

    /**
     * Any text that makes it another image, where what is installed changes and its description does not.
     *
     * <p>Default: none.
     *
     * <p>Example: {@code <key>${jdk.version}</key>}.
     *
     * @since 1.0.0
     */
    private @Nullable String key;

    /**
     * The flavor of the server that it is prepared on. Its disk is no larger than the server's: the image demands as much.
     *
     * <p>Default: the server's.
     *
     * <p>Example: {@code <flavor>m1.large</flavor>}.
     *
     * @since 1.0.0
     */
    private @Nullable FlavorParameter flavor;

    /**
     * The networks of that server.
     *
     * <p>Default: the server's.
     *
     * <p>Example: {@code <networks>lan</networks>}.
     *
     * @since 1.0.0
     */
    private @Nullable List<NetworkParameter> networks;

    /**
     * Who logs in to that server.
     *
     * <p>Default: the user of {@code <waitFor><ssh>}, else the image's own.
     *
     * @since 1.0.0
     */
    private @Nullable String user;

    /**
     * How long the preparation may take, besides the launch. A time: {@code 90} or {@code 90s}, {@code 10m},
     * {@code 2h}, or ISO-8601.
     *
     * <p>Default: {@code 30m}.
     *
     * @since 1.0.0
     */
    private @Nullable String timeout;

    /**
     * An image that is older is made anew. A time: {@code 90} or {@code 90s}, {@code 10m}, {@code 2h},
     * or ISO-8601.
     *
     * <p>Default: {@code 7d}.
     *
     * @since 1.0.0
     */
    private @Nullable String maxAge;

    /**
     * An image that no build has used that long is deleted by {@code reap}. A time: {@code 90} or {@code 90s},
     * {@code 10m}, {@code 2h}, or ISO-8601.
     *
     * <p>Default: {@code 14d}.
     *
     * @since 1.0.0
     */
    private @Nullable String unusedFor;

    /** @param read what the server reads of user data, which may be filtered */
    static PrepareSpec spec(
            ElementPrecedence<PrepareParameter> prepare, ProjectFiles files, UnaryOperator<UserData> read) {
        return new PrepareSpec(
                prepare.value(ELEMENTS.uploads).orElse(List.of()).stream()
                        .map(one -> one.upload(files.folder()))
                        .toList(),
                prepare.value(ELEMENTS.steps).orElse(List.of()).stream()
                        .map(one -> one.step(files.folder()))
                        .toList(),
                userData(prepare, files).map(read),
                prepare.value(ELEMENTS.key),
                prepare.block(ELEMENTS.flavor).map(FlavorParameter::spec),
                prepare.value(ELEMENTS.networks).map(NetworkParameter::specs).map(NetworksSpec::of),
                prepare.value(ELEMENTS.user),
                time(prepare, ELEMENTS.timeout, "30m"),
                time(prepare, ELEMENTS.maxAge, "7d"),
                time(prepare, ELEMENTS.unusedFor, "14d"));
    }

    private static Optional<UserData> userData(ElementPrecedence<PrepareParameter> prepare, ProjectFiles files) {
        return files.userData(
                prepare.unless(ELEMENTS.userDataFile, ELEMENTS.userData),
                prepare.unless(ELEMENTS.userData, ELEMENTS.userDataFile).orElse(List.of()));
    }

    private static Duration time(
            ElementPrecedence<PrepareParameter> prepare, Value<PrepareParameter, String> element, String standard) {
        return DurationText.parse(
                "prepare><" + element.name(), prepare.value(element).orElse(standard));
    }

    /** The elements of a {@code <prepare>}. */
    static final class Elements extends Register<PrepareParameter> {
        final Value<PrepareParameter, List<CopyParameter>> uploads = inPom("uploads", prepare -> prepare.uploads);
        final Value<PrepareParameter, List<StepParameter>> steps = inPom("steps", prepare -> prepare.steps);
        final Value<PrepareParameter, String> userData = verbatim("userData", prepare -> prepare.userData);
        final Value<PrepareParameter, List<String>> userDataFile =
                list("userDataFile", prepare -> prepare.userDataFile);
        final Value<PrepareParameter, String> key = text("key", prepare -> prepare.key);
        final Nested<PrepareParameter, FlavorParameter> flavor =
                block("flavor", prepare -> prepare.flavor, FlavorParameter.ELEMENTS);
        final Value<PrepareParameter, List<NetworkParameter>> networks =
                blocks("networks", prepare -> prepare.networks, NetworkParameter::new);
        final Value<PrepareParameter, String> user = text("user", prepare -> prepare.user);
        final Value<PrepareParameter, String> timeout = text("timeout", prepare -> prepare.timeout);
        final Value<PrepareParameter, String> maxAge = text("maxAge", prepare -> prepare.maxAge);
        final Value<PrepareParameter, String> unusedFor = text("unusedFor", prepare -> prepare.unusedFor);

        Elements() {
            ofGoal("force");
            onlyChange(key, flavor, networks, user, timeout, maxAge, unusedFor);
        }
    }
}
