package org.lmskit.http;

/**
 * How a request arrived. Behind a reverse proxy these are the proxy's values: whether its
 * {@code Forwarded} headers can be trusted is the host's decision.
 *
 * @param isSecure whether it came over TLS
 * @param remoteAddress the client's address as text; empty if unknown
 */
public record HttpConnection(boolean isSecure, String remoteAddress) {
  /** No connection at all: a request that a program made itself. */
  public static final HttpConnection LOCAL = new HttpConnection(false, "");
}
