package io.github.openstackmaven.bench;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * A command in its folder.
 *
 * @param variables beside this process's own, without its {@code OS_*} and {@code MAVEN_*}
 */
record Command(Path folder, List<String> words, Map<String, String> variables) {}
