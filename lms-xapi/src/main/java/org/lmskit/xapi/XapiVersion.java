package org.lmskit.xapi;

import org.jspecify.annotations.Nullable;

/** The versions of the specification that are spoken here. */
public enum XapiVersion {
  /** xAPI 1.0.3, compatible with every 1.0.x. */
  V1_0_3("1.0.3"),
  /** IEEE 9274.1.1-2023. */
  V2_0_0("2.0.0");

  /** The name of the header that carries the version. */
  public static final String HEADER = "X-Experience-API-Version";

  private final String text;

  XapiVersion(String text) {
    this.text = text;
  }

  /** The newest number of this version, such as {@code 1.0.3}. */
  public String text() {
    return text;
  }

  /**
   * The version that a header or a statement names; null if it is none of these. Any {@code 1.0.x} and
   * {@code 1.0} mean 1.0.3, any {@code 2.0.x} means 2.0.0.
   */
  public static @Nullable XapiVersion named(String name) {
    if (name.equals("1.0") || isPatchOf("1.0.", name)) return V1_0_3;
    if (name.equals("2.0") || isPatchOf("2.0.", name)) return V2_0_0;
    return null;
  }

  private static boolean isPatchOf(String prefix, String name) {
    if (!name.startsWith(prefix) || name.length() == prefix.length()) return false;
    return name.chars().skip(prefix.length()).allMatch(c -> c >= '0' && c <= '9');
  }
}
