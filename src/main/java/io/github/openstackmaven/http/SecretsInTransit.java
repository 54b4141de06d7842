package io.github.openstackmaven.http;

import io.github.openstackmaven.config.Secret;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Tells of each secret that goes to a cloud or comes from it: tokens, bearers, and the passwords of servers. */
public record SecretsInTransit(Transport transport, Consumer<Secret> known) implements Transport {
    private static final Pattern PASSWORD = Pattern.compile("\"adminPass\"\\s*:\\s*(\"(?:[^\"\\\\]|\\\\.)++\")");

    @Override
    public Response send(Request request) {
        Stream.of("X-Auth-Token", "X-Subject-Token")
                .forEach(name -> tell(request.headers().get(name)));
        String login = request.headers().getOrDefault("Authorization", "");
        tell(login.substring(login.indexOf(' ') + 1));
        request.body().ifPresent(this::passwords);
        Response response = transport.send(request);
        response.headers().allValues("X-Subject-Token").forEach(this::tell);
        passwords(response.body());
        return response;
    }

    private void passwords(String body) {
        Matcher password = PASSWORD.matcher(body);
        while (password.find()) Json.read(password.group(1), String.class).ifPresent(this::tell);
    }

    private void tell(@Nullable String secret) {
        if (secret != null && !secret.isBlank()) known.accept(Secret.of(secret));
    }
}
