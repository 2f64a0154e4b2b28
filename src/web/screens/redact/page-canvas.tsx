// One page as it would go out, with the boxes on it: drawn with a pointer, moved and sized with keys.
import { useRef, useState } from "react";
import type { KeyboardEvent, PointerEvent, ReactNode } from "react";
import type { Box } from "../../api/views.ts";
import { t } from "../../messages/index.ts";
import { afterKey, between, type DrawnBox, type PageSize } from "./boxes.ts";

interface Props {
  readonly src: string;
  readonly page: number;
  readonly size: PageSize;
  readonly boxes: readonly DrawnBox[];
  /** Places of words, which are not moved one by one. */
  readonly words: readonly Box[];
  readonly focusKey: number | null;
  readonly onDraw: (box: Box) => void;
  readonly onChange: (box: DrawnBox) => void;
  readonly onRemove: (key: number) => void;
}

type Drag = { readonly x: number; readonly y: number };
const round = (n: number): string => String(Math.round(n));

function boxName(box: Box, n: number): string {
  return t("redact.box", {
    n,
    page: box.page,
    x: round(box.x),
    y: round(box.y),
    width: round(box.width),
    height: round(box.height),
  });
}

export function PageCanvas(props: Props): ReactNode {
  const { src, page, size, boxes, words, focusKey } = props;
  const area = useRef<HTMLDivElement>(null);
  const [drag, setDrag] = useState<{ readonly from: Drag; readonly to: Drag } | null>(null);
  const at = (event: PointerEvent): Drag => {
    const rect = area.current?.getBoundingClientRect();
    if (rect === undefined || rect.width === 0) return { x: 0, y: 0 };
    return {
      x: ((event.clientX - rect.left) / rect.width) * size.width,
      y: ((event.clientY - rect.top) / rect.height) * size.height,
    };
  };
  const place = ({ x, y, width, height }: Box) => ({
    left: `${(x / size.width) * 100}%`,
    top: `${(y / size.height) * 100}%`,
    width: `${(width / size.width) * 100}%`,
    height: `${(height / size.height) * 100}%`,
  });
  const drawn = drag === null ? null : between(page, drag.from, drag.to, size);
  const press = (event: KeyboardEvent, box: DrawnBox): void => {
    if (event.key === "Delete" || event.key === "Backspace") props.onRemove(box.key);
    else {
      const moved = afterKey(box, event, size);
      if (moved === null) return;
      props.onChange(moved);
    }
    event.preventDefault();
  };
  return (
    <div
      ref={area}
      className="redact__page"
      // Known before the picture is here, so that nothing jumps and boxes have a place.
      style={{
        aspectRatio: `${size.width} / ${size.height}`,
        width: `min(100%, ${(80 * size.width) / size.height}vh, ${size.width * 2}px)`,
      }}
      onPointerDown={(event) => {
        if (event.button !== 0 || (event.target as Element).closest("button") !== null) return;
        event.currentTarget.setPointerCapture(event.pointerId);
        setDrag({ from: at(event), to: at(event) });
      }}
      onPointerMove={(event) => drag !== null && setDrag({ from: drag.from, to: at(event) })}
      onPointerUp={() => {
        if (drawn !== null) props.onDraw(drawn);
        setDrag(null);
      }}
      onPointerCancel={() => setDrag(null)}
    >
      <img
        src={src}
        alt={t("redact.pageImage", { page })}
        draggable={false}
        width={size.width}
        height={size.height}
      />
      {words.map((box, i) => (
        <span key={`${box.x} ${box.y} ${i}`} className="redact__word" style={place(box)} />
      ))}
      {boxes.map((box) =>
        box.page === page ? (
          <button
            key={box.key}
            ref={(element) => {
              if (element !== null && box.key === focusKey && document.activeElement !== element)
                element.focus({ preventScroll: true });
            }}
            type="button"
            className="redact__box"
            style={place(box)}
            aria-label={boxName(box, boxes.indexOf(box) + 1)}
            onKeyDown={(event) => press(event, box)}
          />
        ) : null,
      )}
      {drawn === null ? null : <span className="redact__drag" style={place(drawn)} />}
    </div>
  );
}
