package io.github.openstackmaven.session;

/**
 * Maven's logging, which SSH logs to and no plugin brings along, and nothing else of Maven's. What it needs is loaded since the
 * launch: Maven's own class loaders may be closed when it is used.
 */
final class LoggingOnly extends ClassLoader {
    private final ClassLoader maven;

    LoggingOnly(ClassLoader maven) {
        super(ClassLoader.getPlatformClassLoader());
        this.maven = maven;
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        if (name.startsWith("org.slf4j.")) return maven.loadClass(name);
        throw new ClassNotFoundException(name);
    }
}
