/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.common.paging;
import java.util.*;
import java.util.concurrent.CompletableFuture;
import java.util.function.*;
import org.jspecify.annotations.Nullable;
public final class PageIterator<T> implements Iterator<T>, AutoCloseable { 
 public PageIterator(IntFunction<CompletableFuture<Page<T>>> fetch, Function<T,@Nullable String> idOf){  }
 public boolean hasNext(){return false;} public T next(){ throw new NoSuchElementException();} public void close(){} }
