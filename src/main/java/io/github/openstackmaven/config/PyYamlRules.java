package io.github.openstackmaven.config;

import io.github.openstackmaven.config.PyYaml.BrokenException;
import java.util.BitSet;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.nodes.CollectionNode;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** What PyYAML refuses and SnakeYAML does not. */
final class PyYamlRules {
    private static final Pattern ANCHOR = Pattern.compile("[0-9A-Za-z_-]+");
    private static final String BREAKS = "\n\r\u0085\u2028\u2029";
    private static final String WHITE = BREAKS + " \t\ufeff";

    private PyYamlRules() {}

    /** Refuses tabs between words, and odd letters in the name of an anchor. */
    static void demand(String text, Iterable<Event> events) {
        BitSet quoted = new BitSet();
        int[] letters = text.codePoints().toArray();
        for (Event event : events) {
            if (event instanceof NodeEvent node
                    && node.getAnchor() != null
                    && !ANCHOR.matcher(node.getAnchor()).matches()) {
                throw BrokenException.at(event.getStartMark(), "a value that starts with '&' or '*' needs quotes");
            }
            if (event instanceof ScalarEvent scalar && !scalar.isPlain()) {
                quoted.set(scalar.getStartMark().getIndex(), scalar.getEndMark().getIndex());
            }
        }
        demandNoTabs(letters, quoted);
    }

    private static void demandNoTabs(int[] letters, BitSet quoted) {
        boolean comment = false;
        int line = 0;
        int begin = 0;
        for (int index = 0; index < letters.length; index++) {
            int before = index == 0 ? '\n' : letters[index - 1];
            if (letters[index] == '#' && !quoted.get(index) && WHITE.indexOf(before) >= 0) comment = true;
            if (BREAKS.indexOf(letters[index]) >= 0) comment = false;
            if (letters[index] == '\t' && !comment && !quoted.get(index)) {
                throw BrokenException.at(line, index - begin, "a tab; use spaces");
            }
            if (letters[index] == '\n') {
                line++;
                begin = index + 1;
            }
        }
    }

    /** Refuses lists and mappings as keys. */
    static void demandKeys(Node node) {
        demandKeys(node, Collections.newSetFromMap(new IdentityHashMap<>()));
    }

    private static void demandKeys(Node node, Set<Node> seen) {
        if (node == null || !seen.add(node)) return;
        if (node instanceof SequenceNode list) list.getValue().forEach(one -> demandKeys(one, seen));
        if (!(node instanceof MappingNode map)) return;
        for (NodeTuple entry : map.getValue()) {
            if (entry.getKeyNode() instanceof CollectionNode<?> key) {
                throw BrokenException.at(key.getStartMark(), "a list or mapping can be no key");
            }
            demandKeys(entry.getValueNode(), seen);
        }
    }
}
