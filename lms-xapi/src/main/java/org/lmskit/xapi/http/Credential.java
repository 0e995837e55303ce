package org.lmskit.xapi.http;

/**
 * A key with which a system or a person sends requests.
 *
 * @param key the user name of HTTP Basic
 * @param secret the hash of the password
 * @param caller who that is
 */
public record Credential(String key, SecretHash secret, Caller caller) {}
