package org.lmskit.examples;

/** The command line. */
public final class Main {
  private Main() {}

  /** Starts it. */
  public static void main(String[] args) {
    System.out.println("LMSKit");
  }
}
