package org.lmskit.examples.cli;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a port; wrong ones are wrong usage, not a failure of the server. */
final class PortNumber implements ITypeConverter<Integer> {
  private static final int MOST = 65_535;

  @Override
  public Integer convert(String value) {
    if (!value.matches("\\d{1,5}") || Integer.parseInt(value) > MOST) {
      throw new TypeConversionException("a port is 0 to " + MOST + ", not " + value);
    }
    return Integer.valueOf(value);
  }
}
