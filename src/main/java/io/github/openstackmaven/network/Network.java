package io.github.openstackmaven.network;

/** A network: <a href="https://docs.openstack.org/api-ref/network/v2/#list-networks">Neutron</a>. */
public record Network(String id, String name) {}
