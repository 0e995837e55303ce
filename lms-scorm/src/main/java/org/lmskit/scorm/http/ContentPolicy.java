package org.lmskit.scorm.http;

/**
 * What the browser lets the content of packages do: the {@code Content-Security-Policy} of every file
 * of a package, and of the frame that holds content on an origin of its own. Who may frame it is
 * added to it.
 *
 * @param directives of the policy without {@code frame-ancestors} and {@code sandbox}
 * @param sandbox what a sandbox still allows where content has an origin of its own; empty for no
 *     sandbox
 * @see "Content Security Policy Level 3"
 */
public record ContentPolicy(String directives, String sandbox) {
  /**
   * Lets real content run: inline scripts, {@code eval}, media and data from anywhere, forms, windows
   * and downloads. On an origin of its own a sandbox keeps it from leading the whole window away
   * from the host's page; {@code allow-same-origin} leaves it its own origin, where its storage is.
   */
  public static final ContentPolicy DEFAULT = new ContentPolicy(
      "default-src * data: blob: 'unsafe-inline' 'unsafe-eval'; base-uri 'self'",
      "allow-scripts allow-same-origin allow-forms allow-modals allow-popups"
          + " allow-popups-to-escape-sandbox allow-downloads allow-pointer-lock"
          + " allow-orientation-lock allow-presentation");

  /** The same without a sandbox, for packages that show PDF files, which some browsers then refuse. */
  public ContentPolicy withoutSandbox() {
    return new ContentPolicy(directives, "");
  }

  /** The header's value for content on the host's own origin. */
  String onHostsOrigin() {
    return directives + "; frame-ancestors 'self'";
  }

  /**
   * The header's value for content on an origin of its own.
   *
   * @param player the origin whose pages may frame it
   */
  String onItsOwn(String player) {
    String framed = directives + "; frame-ancestors 'self' " + player;
    return sandbox.isEmpty() ? framed : framed + "; sandbox " + sandbox;
  }
}
