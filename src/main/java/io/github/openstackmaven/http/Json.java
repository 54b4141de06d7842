package io.github.openstackmaven.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** JSON text to records and back: unknown fields are passed over, absent ones are not written. */
public final class Json {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .addModule(new Jdk8Module())
            .addModule(new SimpleModule()
                    .addDeserializer(Instant.class, new UtcInstant())
                    .addSerializer(Instant.class, ToStringSerializer.instance)
                    .addDeserializer(Duration.class, new DurationInSeconds.Reader())
                    .addSerializer(Duration.class, new DurationInSeconds.Writer()))
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .defaultPropertyInclusion(
                    JsonInclude.Value.construct(JsonInclude.Include.NON_EMPTY, JsonInclude.Include.NON_EMPTY))
            .build();

    // Of a service's answer all is needed that is neither Optional nor OrEmpty.
    private static final JsonMapper ANSWERS = MAPPER.rebuild()
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .defaultSetterInfo(JsonSetter.Value.forContentNulls(Nulls.FAIL))
            .build();

    private Json() {}

    /** The record as one line of JSON. */
    public static String write(Object value) {
        try {
            return MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not JSON: " + value.getClass(), e);
        }
    }

    /** The record as JSON for people to read. */
    public static String writePretty(Object value) {
        return written(MAPPER.writerWithDefaultPrettyPrinter(), value);
    }

    /** The same for an output of any encoding: what is not ASCII is escaped. */
    public static String writeAscii(Object value) {
        return written(MAPPER.writerWithDefaultPrettyPrinter().with(JsonWriteFeature.ESCAPE_NON_ASCII), value);
    }

    private static String written(ObjectWriter writer, Object value) {
        try {
            return writer.writeValueAsString(value) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not JSON: " + value.getClass(), e);
        }
    }

    /** The same with each text in it, names aside, as this makes it. */
    public static String writePretty(Object value, UnaryOperator<String> texts) {
        return writePretty(changed(MAPPER.valueToTree(value), texts));
    }

    private static JsonNode changed(JsonNode node, UnaryOperator<String> texts) {
        if (node.isTextual()) return MAPPER.getNodeFactory().textNode(texts.apply(node.asText()));
        if (node instanceof ObjectNode object) {
            object.properties().forEach(field -> field.setValue(changed(field.getValue(), texts)));
        }
        if (node instanceof ArrayNode array) {
            for (int index = 0; index < array.size(); index++) array.set(index, changed(array.get(index), texts));
        }
        return node;
    }

    /** The text as a tree; empty when it is no JSON object. */
    public static Optional<JsonNode> parse(String text) {
        try {
            return Optional.ofNullable(MAPPER.readTree(text)).filter(JsonNode::isObject);
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }

    /** The text as a generic type; empty when it is not JSON of that shape. */
    public static <T> Optional<T> read(String text, TypeReference<T> type) {
        try {
            return Optional.ofNullable(MAPPER.readValue(text, type));
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }

    /** The text as a record; empty when it is not JSON of that shape. */
    public static <T> Optional<T> read(String text, Class<T> type) {
        try {
            return Optional.ofNullable(MAPPER.readValue(text, type));
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }

    /**
     * A service's answer as a record that lacks nothing: what is neither {@link Optional} nor {@link OrEmpty} must be
     * there. Empty when it is not JSON of that shape.
     */
    public static <T> Optional<T> answer(String text, Class<T> type) {
        try {
            return demanded(text, type);
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }

    /** The same, with a word of what it lacks; empty where it is JSON's null. */
    static <T> Optional<T> demanded(String text, Class<T> type) throws JsonProcessingException {
        return Optional.ofNullable(ANSWERS.readValue(text, type));
    }
}
