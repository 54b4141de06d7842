package io.github.openstackmaven.pom;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** The elements of a server that stand on the command line. */
public record CommandLineServer(CommandLine line) {

    public ServerBlock block() {
        ServerBlock block = new ServerBlock();
        block.name = text("name");
        block.count = text("count");
        block.image = element("image", new ImageParameter());
        block.flavor = element("flavor", new FlavorParameter());
        block.networks = elements("networks", NetworkParameter::new);
        block.floatingIp = text("floatingIp");
        block.preferIpv6 = text("preferIpv6");
        block.securityGroups = list("securityGroups");
        block.ingress = list("ingress");
        block.keyPair = text("keyPair");
        block.keyFile = text("keyFile");
        block.adminPassword = text("adminPassword");
        block.serverGroup = element("serverGroup", new ServerGroupParameter());
        block.bootVolume = element("bootVolume", new VolumeParameter());
        block.volumes = elements("volumes", VolumeParameter::new);
        block.metadata = map("metadata");
        block.description = text("description");
        block.tags = list("tags");
        block.hostname = text("hostname");
        block.userData = text("userData");
        block.userDataFile = list("userDataFile");
        block.filterUserData = text("filterUserData");
        block.configDrive = text("configDrive");
        block.availabilityZones = list("availabilityZones");
        block.schedulerHints = map("schedulerHints");
        block.waitFor = WaitForParameter.of(map("waitFor"));
        return block;
    }

    private String text(String name) {
        return line.text(name, null).orElse(null);
    }

    private <T extends ShortForm> T element(String name, T element) {
        return line.text(name, null).map(text -> ShortForm.of(element, text)).orElse(null);
    }

    private List<String> list(String name) {
        List<String> items = line.list(name, null);
        return items.isEmpty() ? null : items;
    }

    private <T extends ShortForm> List<T> elements(String name, Supplier<T> element) {
        List<String> items = list(name);
        return items == null
                ? null
                : items.stream().map(text -> ShortForm.of(element.get(), text)).toList();
    }

    private Map<String, String> map(String name) {
        return line.under(name);
    }
}
