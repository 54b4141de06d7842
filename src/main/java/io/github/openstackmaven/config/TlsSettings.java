package io.github.openstackmaven.config;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * How to trust the cloud and be trusted by it.
 *
 * @param verify whether the cloud's certificate must be valid
 * @param cacert whom to trust instead of the JDK's authorities
 * @param certificate the client's certificate
 * @param key the client's key, when it isn't in the certificate's file
 * @param warning what is contradictory, in the user's terms
 */
public record TlsSettings(
        boolean verify,
        Optional<Path> cacert,
        Optional<Path> certificate,
        Optional<Path> key,
        Optional<String> warning) {

    /** Reads {@code insecure} (the strongest), {@code verify}, {@code cacert}, {@code cert} and {@code key}. */
    public static TlsSettings of(Settings settings, Environment environment) {
        boolean insecure = settings.get("insecure").filter(Setting::isTruthy).isPresent();
        Optional<Setting> verify = settings.get("verify");
        boolean check = !insecure && verify.map(Setting::isTruthy).orElse(true);
        Optional<Setting> cacert = settings.get("cacert").filter(Setting::isTruthy);
        // As in Python's requests, verify may itself be the path.
        Predicate<Setting> isPath = setting -> setting.value() instanceof String;
        Optional<Path> trusted = check
                ? cacert.or(() -> verify.filter(isPath)).map(path -> environment.expand(path.text()))
                : Optional.empty();
        Optional<Path> certificate = file(settings, "cert", environment);
        return new TlsSettings(
                check,
                trusted,
                certificate,
                certificate.flatMap(present -> file(settings, "key", environment)),
                cacert.filter(path -> !check)
                        .map(path -> "cacert (" + path.source()
                                + ") has no effect: the cloud's certificate is not verified, by "
                                + (insecure ? "insecure" : "verify") + "."));
    }

    private static Optional<Path> file(Settings settings, String key, Environment environment) {
        return settings.get(key).filter(Setting::isTruthy).map(path -> environment.expand(path.text()));
    }
}
