package org.lmskit.scorm.manifest.bind;

import static org.lmskit.scorm.finding.ScormFinding.XML_BOM;
import static org.lmskit.scorm.finding.ScormFinding.XML_EMPTY;
import static org.lmskit.scorm.finding.ScormFinding.XML_ENCODING;
import static org.lmskit.scorm.finding.ScormFinding.XML_LEADING_SPACE;
import static org.lmskit.scorm.finding.ScormFinding.XML_UTF16;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.lmskit.scorm.finding.Findings;

/**
 * Decodes a document by what its bytes are, whatever it declares (XML 1.0 appendix F), and takes away
 * what stands before its start. Line numbers stay.
 */
final class DocumentText {
  private static final Pattern DECLARED =
      Pattern.compile("^\\s*<\\?xml\\s[^>]*?encoding\\s*=\\s*[\"']([A-Za-z][A-Za-z0-9._-]*)[\"']");
  private static final Pattern LATE_DECLARATION = Pattern.compile("^\\s+<\\?xml\\s[^>]*\\?>");
  private static final int HEAD = 256;
  private static final char REPLACEMENT = '\uFFFD';

  private final byte[] bytes;
  private final String file;
  private final Findings findings;

  private DocumentText(byte[] bytes, String file, Findings findings) {
    this.bytes = bytes;
    this.file = file;
    this.findings = findings;
  }

  static String of(byte[] bytes, String file, Findings findings) {
    String text = new DocumentText(bytes, file, findings).decode();
    if (text.isBlank()) {
      throw findings.refuse(XML_EMPTY, file);
    }
    Matcher late = LATE_DECLARATION.matcher(text);
    if (!late.find()) {
      return text;
    }
    findings.add(XML_LEADING_SPACE, file + ":1");
    return Blank.out(text, 0, late.end());
  }

  private String decode() {
    if (startsWith(0xEF, 0xBB, 0xBF)) {
      findings.add(XML_BOM, file + ":1");
      return eightBits(3);
    }
    if (startsWith(0xFE, 0xFF) || startsWith(0x00, '<')) {
      return sixteenBits(StandardCharsets.UTF_16BE);
    }
    if (startsWith(0xFF, 0xFE) || startsWith('<', 0x00)) {
      return sixteenBits(StandardCharsets.UTF_16LE);
    }
    return eightBits(0);
  }

  private String sixteenBits(Charset charset) {
    findings.add(XML_UTF16, file + ":1", charset.name());
    String text = new String(bytes, charset);
    return text.startsWith("\uFEFF") ? text.substring(1) : text;
  }

  /** UTF-8 wherever the bytes are UTF-8: text of another character set practically never is. */
  private String eightBits(int from) {
    Optional<String> declared = declared(from);
    Optional<String> utf8 = strict(StandardCharsets.UTF_8, from);
    if (utf8.isPresent()) {
      declared
          .filter(d -> !isCompatible(d, utf8.get()))
          .ifPresent(d -> wrong(d, StandardCharsets.UTF_8));
      return utf8.get();
    }
    Optional<Charset> other = declared.flatMap(DocumentText::charset);
    Optional<String> asDeclared = other.flatMap(c -> strict(c, from));
    if (asDeclared.isPresent()) {
      return asDeclared.get();
    }
    Charset western = charset("windows-1252").orElse(StandardCharsets.ISO_8859_1);
    wrong(declared.orElse("UTF-8"), western);
    return new String(bytes, from, bytes.length - from, western);
  }

  private void wrong(String declared, Charset real) {
    findings.add(XML_ENCODING, file + ":1", declared, real.name());
  }

  private static boolean isCompatible(String declared, String text) {
    if (declared.equalsIgnoreCase("UTF-8") || declared.equalsIgnoreCase("UTF8")) {
      return true;
    }
    boolean ascii = text.chars().allMatch(c -> c < 0x80);
    return ascii && charset(declared).filter(c -> !c.name().startsWith("UTF-")).isPresent();
  }

  private Optional<String> declared(int from) {
    int length = Math.min(HEAD, bytes.length - from);
    Matcher m = DECLARED.matcher(new String(bytes, from, length, StandardCharsets.ISO_8859_1));
    return m.find() ? Optional.of(m.group(1)) : Optional.empty();
  }

  private static Optional<Charset> charset(String name) {
    return Charset.isSupported(name) ? Optional.of(Charset.forName(name)) : Optional.empty();
  }

  private Optional<String> strict(Charset charset, int from) {
    String lenient = new String(bytes, from, bytes.length - from, charset);
    if (lenient.indexOf(REPLACEMENT) < 0) { // nothing had to be replaced
      return Optional.of(lenient);
    }
    try {
      return Optional.of(charset
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPORT)
          .onUnmappableCharacter(CodingErrorAction.REPORT)
          .decode(ByteBuffer.wrap(bytes, from, bytes.length - from))
          .toString());
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }

  private boolean startsWith(int... start) {
    if (bytes.length < start.length) {
      return false;
    }
    for (int i = 0; i < start.length; i++) {
      if (Byte.toUnsignedInt(bytes[i]) != start[i]) {
        return false;
      }
    }
    return true;
  }
}
