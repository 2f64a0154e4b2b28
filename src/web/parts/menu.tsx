// A few lesser actions behind one button.
import type { ReactNode } from "react";
import { Button as AriaButton } from "react-aria-components/Button";
import { Menu, MenuItem, MenuTrigger } from "react-aria-components/Menu";
import { Popover } from "react-aria-components/Popover";
import { Icon } from "./icon.tsx";

export interface MenuAction {
  readonly key: string;
  readonly label: string;
  readonly run: () => void;
  readonly danger?: boolean;
}

export function ActionMenu({
  label,
  actions,
}: {
  readonly label: string;
  readonly actions: readonly MenuAction[];
}): ReactNode {
  if (actions.length === 0) return null;
  return (
    <MenuTrigger>
      <AriaButton className="btn btn--quiet btn--small" aria-label={label}>
        <Icon name="more" />
      </AriaButton>
      <Popover className="popover popover--menu" placement="bottom end">
        <Menu
          className="listbox"
          aria-label={label}
          onAction={(key) => actions.find((action) => action.key === key)?.run()}
        >
          {actions.map((action) => (
            <MenuItem
              key={action.key}
              id={action.key}
              className={
                action.danger === true ? "listbox__item listbox__item--danger" : "listbox__item"
              }
            >
              {action.label}
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
