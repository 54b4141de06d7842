package io.github.openstackmaven.teardown;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Optional;

/**
 * Handles Ctrl-C, also while the JVM is going down already, when it would do nothing any more. Of {@code sun.misc.Signal}, the only way
 * there is, by name, since the compiler warns of every use; without it Ctrl-C does nothing.
 */
final class InterruptSignal implements AutoCloseable {
    private final Optional<Object> before;

    /** From now on Ctrl-C does this. */
    InterruptSignal(Runnable action) {
        this.before = handle(handler(action));
    }

    /** Ctrl-C does what it did before. */
    @Override
    public void close() {
        before.ifPresent(handler -> handle(Optional.of(handler)));
    }

    private static Optional<Object> handler(Runnable action) {
        return type("sun.misc.SignalHandler")
                .map(handler -> Proxy.newProxyInstance(
                        InterruptSignal.class.getClassLoader(),
                        new Class<?>[] {handler},
                        (proxy, method, arguments) -> {
                            action.run();
                            return null;
                        }));
    }

    private static Optional<Object> handle(Optional<Object> handler) {
        Optional<Class<?>> signal = type("sun.misc.Signal");
        if (signal.isEmpty() || handler.isEmpty()) return Optional.empty();
        try {
            Method handle = signal.get()
                    .getMethod(
                            "handle",
                            signal.get(),
                            type("sun.misc.SignalHandler").orElseThrow());
            Object interrupt = signal.get().getConstructor(String.class).newInstance("INT");
            return Optional.ofNullable(handle.invoke(null, interrupt, handler.get()));
        } catch (InvocationTargetException e) {
            return Optional.empty(); // -Xrs: the JVM leaves signals alone
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Optional<Class<?>> type(String name) {
        try {
            return Optional.of(Class.forName(name));
        } catch (ClassNotFoundException e) {
            return Optional.empty();
        }
    }
}
