package io.github.openstackmaven.http;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.ser.std.StdScalarSerializer;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;

/** A duration as a number of seconds with nanoseconds; {@code PT30M} is read as well. */
final class DurationInSeconds {
    private DurationInSeconds() {}

    static final class Writer extends StdScalarSerializer<Duration> {
        private static final long serialVersionUID = 1L;

        Writer() {
            super(Duration.class);
        }

        @Override
        public void serialize(Duration duration, JsonGenerator json, SerializerProvider provider) throws IOException {
            json.writeNumber(
                    BigDecimal.valueOf(duration.toSeconds()).add(BigDecimal.valueOf(duration.toNanosPart(), 9)));
        }
    }

    static final class Reader extends StdScalarDeserializer<Duration> {
        private static final long serialVersionUID = 1L;
        private static final Duration LONGEST = Duration.ofDays(36_525_000);

        Reader() {
            super(Duration.class);
        }

        @Override
        public Duration deserialize(JsonParser json, DeserializationContext context) throws IOException {
            String text = json.getText();
            try {
                return json.currentToken().isNumeric() ? duration(json.getDoubleValue()) : Duration.parse(text);
            } catch (DateTimeException e) {
                throw context.weirdStringException(text, Duration.class, e.getMessage());
            }
        }

        private static Duration duration(double seconds) {
            if (Math.abs(seconds) > LONGEST.toSeconds()) throw new DateTimeException("longer than the ages");
            long whole = (long) seconds;
            return Duration.ofSeconds(whole, Math.round((seconds - whole) * 1e9));
        }
    }
}
