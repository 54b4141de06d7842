package io.github.openstackmaven.identity;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import io.github.openstackmaven.config.Secret;
import java.io.IOException;

/** Writes a secret into the one request that is made of it; nowhere else is it written. */
final class RevealedSecret extends JsonSerializer<Secret> {
    @Override
    public void serialize(Secret secret, JsonGenerator json, SerializerProvider provider) throws IOException {
        json.writeString(secret.reveal());
    }
}
