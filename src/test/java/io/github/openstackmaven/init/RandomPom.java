package io.github.openstackmaven.init;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** A POM of some shape that people, programs and editors leave; the same with the same seed. */
final class RandomPom {
    private static final String OTHER = "<plugin><artifactId>maven-jar-plugin</artifactId></plugin>";
    private static final String OURS = "<plugin><groupId>io.github.openstackmaven</groupId>"
            + "<artifactId>openstack-maven-plugin</artifactId></plugin>";

    private final Random random;
    private final String lineBreak;
    private final String unit;
    private final boolean onOneLine;
    private final boolean spaced;
    private final StringBuilder text = new StringBuilder();

    private RandomPom(long seed) {
        this.random = new Random(seed);
        this.unit = oneOf("  ", "\t", "    ", " ", "   ");
        this.onOneLine = random.nextInt(8) == 0;
        this.lineBreak = onOneLine ? "\n" : oneOf("\n", "\r\n", "\r");
        this.spaced = random.nextBoolean();
    }

    static RandomPom of(long seed) {
        RandomPom pom = new RandomPom(seed);
        pom.write();
        return pom;
    }

    String text() {
        return text.toString();
    }

    String lineBreak() {
        return lineBreak;
    }

    /** What a level is indented by, where lines are at all. */
    String unit() {
        return onOneLine ? "  " : unit;
    }

    private void write() {
        if (random.nextBoolean())
            text.append(oneOf("<?xml version=\"1.0\" encoding=\"UTF-8\"?>", "<?xml version='1.0'?>"));
        if (random.nextBoolean()) line(0, oneOf("<!-- <project> of > old -->", "<?style '<a>'?>", "<!--\n-->"));
        line(
                0,
                oneOf(
                        "<project>",
                        "<project xmlns=\"http://maven.apache.org/POM/4.0.0\">",
                        "<project xmlns=\"http://maven.apache.org/POM/4.1.0\" root = 'true' >",
                        "<project xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" xsi:schemaLocation=\"a > b\">"));
        List<Runnable> sections = new ArrayList<>(List.of(this::coordinates));
        if (random.nextBoolean()) sections.add(this::dependencies);
        if (random.nextInt(4) != 0) sections.add(this::build);
        if (random.nextBoolean()) sections.add(this::profiles);
        if (random.nextInt(3) == 0)
            sections.add(() -> line(1, "<reporting><plugins>" + OURS + "</plugins></reporting>"));
        for (Runnable section : sections) {
            if (spaced) text.append(onOneLine ? "" : lineBreak);
            comment(1);
            section.run();
        }
        if (random.nextInt(4) == 0) comment(1);
        line(0, "</project>");
        text.append(oneOf("", lineBreak, lineBreak + "<!-- </project> -->"));
    }

    private void coordinates() {
        line(1, "<modelVersion>4.0.0</modelVersion>");
        line(1, "<artifactId >a</artifactId >");
        line(1, "<description><![CDATA[ <build> </project> ]]>" + oneOf("", "&gt;") + "</description>");
    }

    private void dependencies() {
        line(1, "<dependencies>");
        line(2, "<dependency>");
        line(3, "<artifactId>b</artifactId>" + oneOf("", "<!-- </dependency> -->"));
        line(2, "</dependency>");
        line(1, "</dependencies>");
    }

    private void build() {
        if (random.nextInt(6) == 0) {
            line(1, oneOf("<build/>", "<build />", "<build></build>"));
            return;
        }
        line(1, "<build>");
        if (random.nextBoolean()) line(2, "<finalName>a</finalName>");
        if (random.nextBoolean()) line(2, "<pluginManagement><plugins>" + OURS + "</plugins></pluginManagement>");
        if (random.nextInt(3) != 0) plugins();
        if (random.nextInt(3) == 0) line(2, "<defaultGoal>verify</defaultGoal>");
        line(1, "</build>" + oneOf("", " <!-- end of build -->"));
    }

    private void plugins() {
        if (random.nextInt(4) == 0) {
            line(2, oneOf("<plugins/>", "<plugins  />", "<plugins></plugins>", "<plugins combine.children=\"/>\" />"));
            return;
        }
        line(2, "<plugins>");
        for (int plugin = random.nextInt(3); plugin >= 0; plugin--) {
            comment(3);
            line(3, OTHER + oneOf("", "  "));
        }
        if (random.nextInt(3) == 0) line(3, "<!-- " + OURS + " -->");
        line(2, "</plugins>");
    }

    private void profiles() {
        line(1, "<profiles>");
        line(2, "<profile><build><plugins>" + OURS + "</plugins></build></profile>");
        line(1, "</profiles>");
    }

    private void comment(int level) {
        if (random.nextInt(3) == 0)
            line(level, oneOf("<!-- <build> -->", "<!-- it's \"so\" -->", "<?todo <plugins>?>"));
    }

    private void line(int level, String content) {
        if (onOneLine) {
            text.append(content);
            return;
        }
        text.append(text.length() == 0 ? "" : lineBreak)
                .append(unit.repeat(level))
                .append(content.replace("\n", lineBreak));
    }

    private String oneOf(String... some) {
        return some[random.nextInt(some.length)];
    }
}
