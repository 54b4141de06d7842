package com.example;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class ServerIT {
    @Test
    void the_test_knows_where_the_server_is() {
        String ip = System.getProperty("server.ip");
        assertTrue(ip.startsWith("127.20.0."), ip);
    }
}
