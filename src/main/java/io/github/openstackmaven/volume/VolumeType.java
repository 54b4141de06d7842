package io.github.openstackmaven.volume;

/** A kind of volume: <a href="https://docs.openstack.org/api-ref/block-storage/v3/#list-all-volume-types">volume types</a>. */
public record VolumeType(String id, String name) {}
