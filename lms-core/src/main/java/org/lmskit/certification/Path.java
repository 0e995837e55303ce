package org.lmskit.certification;

/** Which way to an award was completed. */
public enum Path {
  /** The whole training. */
  PRIMARY,
  /** The shorter one for those who hold an award or have just lost it. */
  RENEWAL
}
