package org.lmskit.xapi;

import org.jspecify.annotations.Nullable;

/**
 * What a statement says about a file that belongs to it.
 *
 * @param usageType what the file is for
 * @param display its title
 * @param description a short text about it
 * @param contentType its media type
 * @param length its length in bytes, not negative
 * @param sha2 the SHA-2 of its bytes, hexadecimal
 * @param fileUrl where it can be had; null if it travels with the statement
 * @see "xAPI 1.0.3 Data 2.4.11"
 */
public record Attachment(
    Iri usageType,
    LanguageMap display,
    LanguageMap description,
    String contentType,
    long length,
    String sha2,
    @Nullable Iri fileUrl) {
  /** The usage type of a JWS signature over the statement. */
  public static final Iri SIGNATURE = new Iri("http://adlnet.gov/expapi/attachments/signature");

  /** Whether this is a signature over the statement. */
  public boolean isSignature() {
    return usageType.equals(SIGNATURE);
  }
}
