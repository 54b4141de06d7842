package io.github.openstackmaven.pom;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.openstackmaven.mojo.LaunchMojo;
import io.github.openstackmaven.mojo.ServerParameters;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each element is in the goal's parameters, in the blocks of the POM, on the command line, and in the register. */
class RegisterTest {
    private static final ServerRegister SERVER = new ServerRegister();

    static Stream<BlockElement<ServerBlock>> elements() {
        return SERVER.elements().stream();
    }

    @Test
    void the_register_the_block_and_the_goal_have_the_same_elements() {
        List<String> registered = elements().map(BlockElement::name).toList();

        assertThat(fields(ServerBlock.class)).extracting(Field::getName).containsExactlyElementsOf(registered);
        assertThat(setters())
                .extracting(Method::getName)
                .containsExactlyInAnyOrderElementsOf(
                        registered.stream().map(RegisterTest::setter).toList());
    }

    @ParameterizedTest
    @MethodSource("elements")
    void what_the_goal_is_told_is_that_element_and_no_other(BlockElement<ServerBlock> element) throws Exception {
        LaunchMojo launch = new LaunchMojo();

        Method setter = setters()
                .filter(method -> method.getName().equals(setter(element.name())))
                .findFirst()
                .orElseThrow();
        setter.invoke(launch, value(ServerBlock.class.getDeclaredField(element.name())));

        assertThat(elements().filter(one -> one.isIn(topLevel(launch)))).containsExactly(element);
    }

    @ParameterizedTest
    @MethodSource("elements")
    void what_a_block_holds_is_that_element_and_no_other(BlockElement<ServerBlock> element) throws Exception {
        ServerBlock block = new ServerBlock();
        Field field = ServerBlock.class.getDeclaredField(element.name());

        field.set(block, value(field));

        assertThat(elements().filter(one -> one.isIn(block))).containsExactly(element);
    }

    @ParameterizedTest
    @MethodSource("elements")
    void the_command_line_has_that_element_and_no_other(BlockElement<ServerBlock> element) {
        CommandLine line = line(element.name() + (element.form().plain() ? "" : "." + inside(element)));

        assertThat(elements().filter(one -> one.isOn(line, one.name()))).containsExactly(element);
    }

    @Test
    void the_elements_of_the_blocks_in_it_are_registered_as_well() throws Exception {
        demandAll(NetworkParameter.class, NetworkParameter.ELEMENTS);
        for (BlockElement<ServerBlock> element : SERVER.elements()) {
            if (element instanceof BlockElement.Nested<ServerBlock, ?> nested) {
                demandAll(ServerBlock.class.getDeclaredField(element.name()).getType(), nested.register());
            }
        }
    }

    private static <B> void demandAll(Class<?> block, Register<B> register) throws Exception {
        assertThat(fields(block).stream().map(Field::getName).map(name -> name.equals("text") ? "" : name))
                .containsExactlyInAnyOrderElementsOf(
                        register.elements().stream().map(BlockElement::name).toList());
        for (BlockElement<B> element : register.elements()) {
            Field field = fields(block).stream()
                    .filter(one -> one.getName().equals(element.name().isEmpty() ? "text" : element.name()))
                    .findFirst()
                    .orElseThrow();
            @SuppressWarnings("unchecked")
            B one = (B) made(block);
            field.setAccessible(true);
            field.set(one, value(field));
            assertThat(register.elements().stream().filter(other -> other.isIn(one)))
                    .containsExactly(element);
            if (element instanceof BlockElement.Nested<B, ?> nested) demandAll(field.getType(), nested.register());
        }
    }

    private static String inside(BlockElement<ServerBlock> element) {
        return element instanceof BlockElement.Nested<ServerBlock, ?> nested
                ? nested.register().elements().get(0).name()
                : "key";
    }

    private static CommandLine line(String name) {
        Properties properties = new Properties();
        properties.setProperty("openstack." + name, "x");
        return new CommandLine(properties);
    }

    private static Object value(Field field) throws Exception {
        if (field.getType() == String.class) return "x";
        if (field.getType() == List.class) return List.of("x");
        if (field.getType() == Map.class) return Map.of("key", "x");
        Object block = made(field.getType());
        for (Field inner : fields(field.getType())) {
            if (inner.getType() != String.class) continue;
            inner.setAccessible(true);
            inner.set(block, "x");
            return block;
        }
        throw new IllegalArgumentException("Nothing to be said of " + field);
    }

    private static Object made(Class<?> block) throws ReflectiveOperationException {
        return block.getConstructor().newInstance();
    }

    private static ServerBlock topLevel(LaunchMojo launch) {
        try {
            Field field = ServerParameters.class.getDeclaredField("topLevel");
            field.setAccessible(true);
            return (ServerBlock) field.get(launch);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(e.getMessage(), e);
        }
    }

    private static List<Field> fields(Class<?> block) {
        List<Field> all = new ArrayList<>();
        for (Class<?> type = block; type != Object.class; type = type.getSuperclass()) {
            Stream.of(type.getDeclaredFields())
                    .filter(field -> !Modifier.isStatic(field.getModifiers()))
                    .forEach(all::add);
        }
        return all;
    }

    private static Stream<Method> setters() {
        return Arrays.stream(ServerParameters.class.getDeclaredMethods())
                .filter(method -> !method.isBridge() && !method.isSynthetic());
    }

    private static String setter(String element) {
        return "set" + element.substring(0, 1).toUpperCase(Locale.ROOT) + element.substring(1);
    }
}
