package org.lmskit.xapi;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What must hold of a document for a change to be made.
 *
 * @param ifMatch etags one of which the document must have, or {@code *} for any; null for no condition
 * @param ifNoneMatch etags none of which the document may have, or {@code *} for any; null for no condition
 * @param requiredToReplace whether a document that exists may only be replaced with one of the conditions
 * @see "xAPI 1.0.3 Communication 3.1"
 */
public record Precondition(
    @Nullable Set<String> ifMatch, @Nullable Set<String> ifNoneMatch, boolean requiredToReplace) {
  /** Matches every etag. */
  public static final String ANY = "*";

  /** Whatever is there may be changed. */
  public static final Precondition NONE = new Precondition(null, null, false);

  /** Only if there is nothing yet. */
  public static final Precondition IF_ABSENT = new Precondition(null, Set.of(ANY), false);

  /** Copies the sets. */
  public Precondition {
    ifMatch = ifMatch == null ? null : Set.copyOf(ifMatch);
    ifNoneMatch = ifNoneMatch == null ? null : Set.copyOf(ifNoneMatch);
  }

  /** Only if the document still is what somebody saw. */
  public static Precondition ifMatch(String etag) {
    return new Precondition(Set.of(etag), null, false);
  }

  /**
   * Refuses the change if the condition does not hold.
   *
   * @param etag of the document that is there; null if there is none
   * @throws XapiException 412 if a condition does not hold; 409 if one is required and missing
   */
  public void check(@Nullable String etag) {
    if (ifMatch != null && !matches(ifMatch, etag)) {
      throw XapiException.preconditionFailed(
          "If-Match does not hold: the document is " + name(etag));
    }
    if (ifNoneMatch != null && matches(ifNoneMatch, etag)) {
      throw XapiException.preconditionFailed(
          "If-None-Match does not hold: the document is " + name(etag));
    }
    if (requiredToReplace && etag != null && ifMatch == null && ifNoneMatch == null) {
      throw XapiException.conflict("the document exists (etag \"" + etag
          + "\"): get it first, then send If-Match or If-None-Match");
    }
  }

  private static boolean matches(Set<String> etags, @Nullable String etag) {
    return etag != null && (etags.contains(ANY) || etags.contains(etag));
  }

  private static String name(@Nullable String etag) {
    return etag == null ? "not there" : "\"" + etag + "\"";
  }
}
