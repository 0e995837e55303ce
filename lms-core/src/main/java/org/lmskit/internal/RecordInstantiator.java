package org.lmskit.internal;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.BeanDescription;
import tools.jackson.databind.DeserializationConfig;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JacksonModule;
import tools.jackson.databind.deser.ValueInstantiator;
import tools.jackson.databind.deser.ValueInstantiators;
import tools.jackson.databind.deser.std.StdValueInstantiator;
import tools.jackson.databind.introspect.AnnotatedConstructor;
import tools.jackson.databind.module.SimpleModule;

/**
 * Calls the constructor of a record directly. Jackson adapts a method handle to the arguments anew for each record.
 */
final class RecordInstantiator extends StdValueInstantiator {
  private final Constructor<?> constructor;

  private RecordInstantiator(StdValueInstantiator standard, Constructor<?> constructor) {
    super(standard);
    this.constructor = constructor;
  }

  /** Lets a mapper make all records so that are made of their properties. */
  static JacksonModule module() {
    return new SimpleModule("records") {
      private static final long serialVersionUID = 1L;

      @Override
      public void setupModule(SetupContext context) {
        context.addValueInstantiators(new OfRecords());
      }
    };
  }

  @Override
  public Object createFromObjectWith(DeserializationContext context, Object[] arguments) {
    try {
      return constructor.newInstance(arguments);
    } catch (InvocationTargetException | InstantiationException | IllegalAccessException e) {
      return context.handleInstantiationProblem(
          getValueClass(), arguments, rewrapCtorProblem(context, e));
    }
  }

  private static final class OfRecords implements ValueInstantiators {
    @Override
    public @Nullable ValueInstantiator findValueInstantiator(
        DeserializationConfig config, BeanDescription.Supplier type) {
      return null;
    }

    @Override
    public ValueInstantiator modifyValueInstantiator(
        DeserializationConfig config, BeanDescription.Supplier type, ValueInstantiator standard) {
      return type.getBeanClass().isRecord()
              && standard instanceof StdValueInstantiator known
              && known.getWithArgsCreator() instanceof AnnotatedConstructor creator
          ? new RecordInstantiator(known, creator.getAnnotated())
          : standard;
    }
  }
}
