package org.lmskit.xapi;

import org.jspecify.annotations.Nullable;

/**
 * A person or a system that does something.
 *
 * @param name the full name; null if unknown
 * @param identifier says which agent is meant
 * @see "xAPI 1.0.3 Data 2.4.2.1"
 */
public record Agent(@Nullable String name, Identifier identifier) implements Actor {
  /**
   * An agent with an e-mail address.
   *
   * @param address without the scheme, {@code ann@example.org}
   */
  public static Agent mbox(String address) {
    return new Agent(null, new Identifier.Mbox("mailto:" + address));
  }

  /** An agent known by the hexadecimal SHA-1 of its mailto IRI. */
  public static Agent mboxSha1Sum(String hex) {
    return new Agent(null, new Identifier.MboxSha1Sum(hex));
  }

  /** An agent with an OpenID. */
  public static Agent openId(String uri) {
    return new Agent(null, new Identifier.OpenId(new Iri(uri)));
  }

  /** An agent with an account on a system. */
  public static Agent account(String homePage, String name) {
    return new Agent(null, new Identifier.Account(new Iri(homePage), name));
  }

  /** The same agent with a name. */
  public Agent named(String fullName) {
    return new Agent(fullName, identifier);
  }
}
