package io.github.openstackmaven.config;

/** YAML's {@code null}: written, but with nothing in it, which overrides like any other value. */
public enum YamlNull {
    NULL
}
