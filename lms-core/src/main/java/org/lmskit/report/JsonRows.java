package org.lmskit.report;

import java.io.IOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;

/** Writes a JSON array of objects, one after the other. */
final class JsonRows {
  private static final JsonFactory FACTORY = JsonFactory.builder()
      .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
      .disable(StreamWriteFeature.AUTO_CLOSE_CONTENT)
      .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
      .build();

  private final JsonGenerator json;

  JsonRows(Writer out) {
    json = FACTORY.createGenerator(ObjectWriteContext.empty(), out);
    json.writeStartArray();
  }

  <R> void row(List<Column<R>> columns, R row) throws IOException {
    try {
      json.writeStartObject();
      for (Column<R> column : columns) {
        json.writeName(column.name());
        value(column.value(row));
      }
      json.writeEndObject();
    } catch (JacksonException e) {
      throw new IOException("the report could not be written", e);
    }
  }

  private void value(@Nullable Object value) {
    if (value instanceof Collection<?> several) {
      json.writeStartArray();
      several.forEach(this::value);
      json.writeEndArray();
      return;
    }
    Object plain = Cell.of(value);
    if (plain == null) {
      json.writeNull();
    } else if (plain instanceof Boolean truth) {
      json.writeBoolean(truth);
    } else if (plain instanceof Number number) {
      json.writeNumber(new BigDecimal(number.toString()));
    } else {
      json.writeString(plain.toString());
    }
  }

  /** Ends the array; without it the text is cut off, and says so. */
  void end() throws IOException {
    try {
      json.writeEndArray();
      json.close();
    } catch (JacksonException e) {
      throw new IOException("the report could not be written", e);
    }
  }
}
