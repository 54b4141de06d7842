package io.github.openstackmaven.config;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** By what a login is granted. */
public sealed interface Credential {

    /** What Keystone is told at once; nothing where it is not asked, or another vouches. */
    default List<Method> methods() {
        return List.of();
    }

    /** What Keystone checks itself; several together are multi-factor authentication. */
    sealed interface Method extends Credential {
        @Override
        default List<Method> methods() {
            return List.of(this);
        }
    }

    /** A user; the domain is needed only beside a name. */
    record User(IdOrName user, Optional<IdOrName> domain) {}

    /** A user's password. */
    record Password(User user, Secret password) implements Method {}

    /** A one-time code (TOTP) of the user's device. */
    record Passcode(User user, Secret passcode) implements Method {}

    /** A token that was taken before. */
    record Token(Secret token) implements Method {}

    /**
     * A credential made for one application, good for one project.
     *
     * @param user whose it is; needed only beside a name
     */
    record Application(IdOrName credential, Optional<User> user, Secret secret) implements Method {}

    /** Several methods at once. */
    record MultiFactor(List<Method> methods) implements Credential {
        public MultiFactor {
            methods = List.copyOf(methods);
        }
    }

    /**
     * A login with an identity provider that Keystone trusts.
     *
     * @param identityProvider its name in Keystone
     * @param protocol the protocol's name in Keystone
     */
    record Federated(String identityProvider, String protocol, AccessToken accessToken) implements Credential {}

    /** A token that a service takes without Keystone ({@code admin_token}). */
    record AdminToken(URI endpoint, Secret token) implements Credential {}

    /** No login at all: services that trust whoever reaches them. */
    record None() implements Credential {}

    /** Where the identity provider's token comes from. */
    sealed interface AccessToken {

        /** What comes of it, by which of the three it is. */
        <T> T match(Function<Given, T> given, Function<OfGitHubJob, T> ofGitHubJob, Function<Granted, T> granted);

        /** Given, as by GitLab's {@code id_tokens}. */
        record Given(Secret token) implements AccessToken {
            @Override
            public <T> T match(
                    Function<Given, T> given, Function<OfGitHubJob, T> ofGitHubJob, Function<Granted, T> granted) {
                return given.apply(this);
            }
        }

        /** Asked of GitHub Actions, for the job that runs. */
        record OfGitHubJob(URI url, Secret bearer) implements AccessToken {
            @Override
            public <T> T match(
                    Function<Given, T> given, Function<OfGitHubJob, T> ofGitHubJob, Function<Granted, T> granted) {
                return ofGitHubJob.apply(this);
            }
        }

        /**
         * Asked of the provider.
         *
         * @param owner the user, for a password grant; empty for a client-credentials grant
         */
        record Granted(Endpoint endpoint, Client client, String scope, Optional<Owner> owner, String tokenType)
                implements AccessToken {
            @Override
            public <T> T match(
                    Function<Given, T> given, Function<OfGitHubJob, T> ofGitHubJob, Function<Granted, T> granted) {
                return granted.apply(this);
            }
        }

        /** Where to ask: the token endpoint, or the document that tells where it is. */
        record Endpoint(URI url, boolean isDiscovery) {}

        /** As whom the plugin asks. */
        record Client(String id, Secret secret) {}

        /** For whom the plugin asks. */
        record Owner(String username, Secret password) {}
    }
}
