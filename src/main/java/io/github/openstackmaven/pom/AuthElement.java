package io.github.openstackmaven.pom;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * {@code <auth>}: the login, by the keys below {@code auth} of clouds.yaml in Maven's spelling.
 *
 * <p>Example: {@code <auth><authUrl>https://keystone.example.com/v3</authUrl><settingsServer>mycloud</settingsServer></auth>}.
 *
 * @since 1.0.0
 */
enum AuthElement {
    /**
     * How to log in. One of {@code password}, {@code token}, {@code v3applicationcredential}, {@code v3totp},
     * {@code v3multifactor}, {@code v3oidcaccesstoken}, {@code v3oidcclientcredentials}, {@code v3oidcpassword},
     * {@code admin_token}, {@code none}.
     *
     * <p>Default: as the other elements say, else {@code password}.
     *
     * @since 1.0.0
     */
    TYPE,

    /**
     * Where Keystone is.
     *
     * <p>Default: as in clouds.yaml.
     *
     * <p>Example: {@code <authUrl>https://keystone.example.com/v3</authUrl>}.
     *
     * @since 1.0.0
     */
    AUTH_URL,

    /**
     * The user's name.
     *
     * <p>Default: none.
     *
     * @since 1.0.0
     */
    USERNAME,

    /**
     * The user's id, instead of the name and the domain.
     *
     * <p>Default: none.
     *
     * @since 1.0.0
     */
    USER_ID,

    /**
     * The user's password. Maven prints what the POM says with -X: {@code settingsServer} keeps it out.
     *
     * <p>Default: none.
     *
     * @since 1.0.0
     */
    PASSWORD(true),

    /**
     * Name of the domain the user is of.
     *
     * <p>Default: none.
     *
     * @since 1.0.0
     */
    USER_DOMAIN_NAME,

    /**
     * Id of the domain the user is of.
     *
     * <p>Default: none.
     *
     * @since 1.0.0
     */
    USER_DOMAIN_ID,

    /**
     * Name of the project the servers belong to.
     *
     * <p>Default: none.
     *
     * @since 1.0.0
     */
    PROJECT_NAME,

    /**
     * Its id, instead of its name and domain.
     *
     * <p>Default: none.
     *
     * @since 1.0.0
     */
    PROJECT_ID,

    /**
     * Name of the domain the project is of.
     *
     * <p>Default: none.
     *
     * @since 1.0.0
     */
    PROJECT_DOMAIN_NAME,

    /**
     * Id of the domain the project is of.
     *
     * <p>Default: none.
     *
     * @since 1.0.0
     */
    PROJECT_DOMAIN_ID,

    /**
     * Name of a domain that the login is for, instead of a project.
     *
     * <p>Default: none.
     *
     * @since 1.0.0
     */
    DOMAIN_NAME,

    /**
     * Id of a domain that the login is for, instead of a project.
     *
     * <p>Default: none.
     *
     * @since 1.0.0
     */
    DOMAIN_ID,

    /**
     * A login to the cloud as a whole, instead of a project: {@code all}.
     *
     * <p>Default: none.
     *
     * @since 1.0.0
     */
    SYSTEM_SCOPE,

    /**
     * Id of a trust by which another user has left a project to this one.
     *
     * <p>Default: none.
     *
     * @since 1.0.0
     */
    TRUST_ID,

    /**
     * A token there is, instead of a password.
     *
     * <p>Default: none.
     *
     * @since 1.0.0
     */
    TOKEN(true),

    /**
     * A passcode of the moment, for {@code v3totp}.
     *
     * <p>Default: none.
     *
     * @since 1.0.0
     */
    PASSCODE(true),

    /**
     * Id of an application credential, the best login for CI.
     *
     * <p>Default: none.
     *
     * @since 1.0.0
     */
    APPLICATION_CREDENTIAL_ID,

    /**
     * Its name, instead of its id; needs the user as well.
     *
     * <p>Default: none.
     *
     * @since 1.0.0
     */
    APPLICATION_CREDENTIAL_NAME,

    /**
     * Its secret.
     *
     * <p>Default: none.
     *
     * @since 1.0.0
     */
    APPLICATION_CREDENTIAL_SECRET(true),

    /**
     * Keystone's name for who has issued {@code accessToken}.
     *
     * <p>Default: none.
     *
     * @since 1.0.0
     */
    IDENTITY_PROVIDER,

    /**
     * Keystone's name for how, such as {@code openid}.
     *
     * <p>Default: none.
     *
     * @since 1.0.0
     */
    PROTOCOL,

    /**
     * The token of the identity provider.
     *
     * <p>Default: none; on GitHub Actions the job's.
     *
     * @since 1.0.0
     */
    ACCESS_TOKEN(true),

    /**
     * Id of a {@code <server>} of settings.xml whose username, password and configuration fill in what is left out.
     *
     * <p>Default: none.
     *
     * @since 1.0.0
     */
    SETTINGS_SERVER;

    private static final Pattern NEXT_WORD = Pattern.compile("_(.)");

    private final boolean secret;

    AuthElement() {
        this(false);
    }

    AuthElement(boolean secret) {
        this.secret = secret;
    }

    /** The one of that name; empty when there is none. */
    static Optional<AuthElement> of(String element) {
        return Arrays.stream(values())
                .filter(one -> one.element().equals(element))
                .findFirst();
    }

    /** Its name in a POM: {@code authUrl}. */
    String element() {
        return NEXT_WORD
                .matcher(lowerCase())
                .replaceAll(letter -> letter.group(1).toUpperCase(Locale.ROOT));
    }

    /** Its name in clouds.yaml: {@code auth.auth_url}. */
    String key() {
        return this == TYPE ? "auth_type" : "auth." + lowerCase();
    }

    boolean isSecret() {
        return secret;
    }

    private String lowerCase() {
        return name().toLowerCase(Locale.ROOT);
    }
}
