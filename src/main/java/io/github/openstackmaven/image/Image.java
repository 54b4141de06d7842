package io.github.openstackmaven.image;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.type.TypeReference;
import io.github.openstackmaven.http.Json;
import io.github.openstackmaven.http.OrEmpty;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * An image, of <a href="https://docs.openstack.org/api-ref/image/v2/#show-image">Glance</a> or of
 * <a href="https://docs.openstack.org/api-ref/compute/#list-images-with-details-deprecated">Nova's proxy</a>.
 *
 * @param status {@code active} when it can be booted
 * @param minDisk GiB; 0 where it demands none
 * @param minRam MiB; 0 where it demands none
 * @param size bytes of the file; empty while it is uploaded
 * @param virtualSize bytes of the disk that is in the file, which a format like qcow2 says; empty where Glance has not looked
 * @param adminUser who logs in to its servers, where the image says it:
 *     <a href="https://docs.openstack.org/glance/latest/admin/useful-image-properties.html">os_admin_user</a>
 * @param distro what it is of, where the image says it: {@code os_distro}
 * @param properties what else Glance says of it: its own properties are texts
 */
public record Image(
        String id,
        @OrEmpty String name,
        String status,
        @JsonProperty("created_at") @JsonAlias("created") Optional<Instant> createdAt,

        @JsonProperty("min_disk") @JsonAlias("minDisk") @OrEmpty
        int minDisk,

        @JsonProperty("min_ram") @JsonAlias("minRam") @OrEmpty
        int minRam,

        @JsonAlias("OS-EXT-IMG-SIZE:size") Optional<Long> size,
        @JsonProperty("virtual_size") Optional<Long> virtualSize,
        @JsonProperty("os_admin_user") Optional<String> adminUser,
        @JsonProperty("os_distro") Optional<String> distro,
        @JsonAnySetter @OrEmpty Map<String, Object> properties) {
    // Amazon's kernels and ramdisks; Glance is content with one format of the two.
    private static final Set<String> PARTS = Set.of("aki", "ari");
    private static final Pattern DEMANDING = Pattern.compile(
            "hw_.*|img_hv_.*|trait:.*|os_secure_boot|architecture|hypervisor_type|hypervisor_version_requires|vm_mode");

    public Image {
        status = status.toLowerCase(Locale.ROOT); // Nova's proxy writes it in capitals
    }

    /** What one of its properties says. */
    public Optional<String> property(String key) {
        return Optional.ofNullable(properties.get(key)).map(Object::toString);
    }

    /** Its properties that are texts. */
    public Map<String, String> texts() {
        return properties.entrySet().stream()
                .filter(one -> one.getValue() instanceof String)
                .collect(Collectors.toMap(
                        Map.Entry::getKey, one -> one.getValue().toString()));
    }

    /**
     * Those of its properties that a compute host must have something for:
     * <a href="https://docs.openstack.org/glance/latest/admin/useful-image-properties.html">hw_firmware_type, img_hv_type,
     * trait:…</a> and the names that these had earlier.
     */
    public Map<String, String> demands() {
        return texts().entrySet().stream()
                .filter(one -> DEMANDING.matcher(one.getKey()).matches())
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /**
     * The snapshots of volumes that it is made of, where it is no file but such a list: Nova makes those of servers whose disk is
     * a volume.
     */
    public List<VolumeSnapshot> snapshots() {
        return property("block_device_mapping")
                .flatMap(text -> Json.read(text, new TypeReference<List<VolumeSnapshot>>() {}))
                .orElse(List.of())
                .stream()
                .filter(one -> one.id().isPresent())
                .toList();
    }

    /** Their ids. */
    public List<String> snapshotIds() {
        return snapshots().stream().flatMap(one -> one.id().stream()).toList();
    }

    /** The one to boot from, where it is such a list. */
    public Optional<VolumeSnapshot> bootSnapshot() {
        return snapshots().stream()
                .filter(one -> one.bootIndex().equals(Optional.of(0)))
                .findFirst();
    }

    /**
     * One of them.
     *
     * @param bootIndex 0 for the one to boot from
     * @param size GiB of its volume
     */
    public record VolumeSnapshot(
            @JsonProperty("snapshot_id") Optional<String> id,
            @JsonProperty("boot_index") Optional<Integer> bootIndex,
            @JsonProperty("volume_size") Optional<Integer> size) {}

    /** Whether a server can be made of it now. */
    public boolean bootable() {
        return status.equals("active");
    }

    /** Whether it is all that a server boots from: a kernel or a ramdisk is what another image needs. */
    public boolean whole() {
        return Stream.of("disk_format", "container_format")
                .flatMap(format -> property(format).stream())
                .noneMatch(PARTS::contains);
    }
}
