package org.lmskit.model;

/** What was asked for does not exist in this tenant. */
public final class NotFoundException extends LmsException {
  private static final long serialVersionUID = 1L;

  /** @param message names the kind of thing and its id */
  public NotFoundException(String message) {
    super(message, null);
  }

  /** Says that there is no such thing: {@code "no course with id fire-safety"}. */
  public static NotFoundException of(String noun, Id id) {
    return new NotFoundException("no " + noun + " with id " + id.value());
  }
}
